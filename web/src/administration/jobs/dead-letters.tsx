import { Button, Switch, Text } from '@mantine/core'
import type { DeadLetterView } from '../../../../src/operations/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import type { Column } from '../../ui/table/data-table.js'
import { useAct } from '../../ui/use-act.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { ListTable } from '../parts/list-table.js'
import { causeOf } from './cause-of.js'
import { JobFilter } from './job-filter.js'
import { useJobsTexts } from './texts.js'

/** Jobs that gave up: what happened, in words, and one more try. */
export function DeadLetters({ mayAct }: { readonly mayAct: boolean }) {
  const texts = useJobsTexts()
  const [{ relancees = false }, change] = useFilters(JobFilter)
  const { items, more, isLoading, error } = usePages({
    queryKey: ['dead-letters', relancees],
    page: (cursor) =>
      read(
        api['dead-letters'].$get({
          query: { retried: String(relancees), ...(cursor !== undefined && { cursor }) },
        }),
      ),
  })
  const columns = useColumns(mayAct)
  return (
    <Panel
      title={texts('dead.title')}
      aside={
        <Switch
          label={texts('dead.all')}
          checked={relancees}
          onChange={({ currentTarget: { checked } }) =>
            change({ relancees: checked ? true : undefined })
          }
        />
      }
    >
      {error ? <ProblemAlert error={error} /> : null}
      <ListTable
        label={texts('dead.title')}
        columns={columns}
        rows={items}
        rowId={({ id }) => id}
        loading={isLoading}
        more={more}
        empty={<EmptyState title={`✓ ${texts('dead.none')}`}>{texts('dead.noneHint')}</EmptyState>}
      />
    </Panel>
  )
}

function useColumns(mayAct: boolean): readonly Column<DeadLetterView>[] {
  const texts = useJobsTexts()
  const formats = useFormats()
  return [
    {
      key: 'job',
      header: texts('column.job'),
      cell: ({ jobName }) => texts.word('job', jobName),
    },
    {
      key: 'error',
      header: texts('dead.error'),
      cell: ({ error }) => (
        <>
          {texts(`cause.${causeOf(error)}`)}
          <details>
            <summary>{texts('dead.raw')}</summary>
            <Text size="sm" className="nv-code" style={{ whiteSpace: 'pre-wrap' }}>
              {error}
            </Text>
          </details>
        </>
      ),
    },
    {
      key: 'attempts',
      header: texts('dead.attempts'),
      align: 'right',
      cell: ({ attempts }) => attempts,
    },
    {
      key: 'failedAt',
      header: texts('dead.failedAt'),
      cell: ({ failedAt }) => formats.dateTime(failedAt),
    },
    {
      key: 'act',
      header: texts('dead.retry'),
      cell: (letter) =>
        letter.retriedAt === null
          ? mayAct && <Retry letter={letter} />
          : texts('dead.retriedAt', { at: formats.dateTime(letter.retriedAt) }),
    },
  ]
}

function Retry({ letter }: { readonly letter: DeadLetterView }) {
  const texts = useJobsTexts()
  const formats = useFormats()
  const retry = useAct({
    act: () => read(api['dead-letters'][':id'].retry.$post({ param: { id: letter.id } })),
    changes: ['dead-letters', 'jobs'],
    success: texts('dead.retried'),
  })
  return (
    <Button
      size="compact-sm"
      loading={retry.isPending}
      aria-label={texts('dead.retryOf', {
        job: texts.word('job', letter.jobName),
        at: formats.dateTime(letter.failedAt),
      })}
      onClick={() => retry.mutate()}
    >
      {texts('dead.retry')}
    </Button>
  )
}
