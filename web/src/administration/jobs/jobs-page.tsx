import { Button, Select, Stack } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { JobsView } from '../../../../src/operations/schema.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { ListTable } from '../parts/list-table.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { DeadLetters } from './dead-letters.js'
import { JobFilter } from './job-filter.js'
import { jobsQuery } from './queries.js'
import { QueuesPanel } from './queues-panel.js'
import { useJobsTexts } from './texts.js'
import { useJobColumns } from './use-job-columns.js'

const HEIGHT_PX = 560

/** What the program does in the background, and what gave up. */
export function JobsPage() {
  const texts = useJobsTexts()
  const mayAct = useMayAdminister()
  const query = useQuery(jobsQuery)
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        mayAct ? (
          <Button
            component="a"
            href="/admin/queues"
            target="_blank"
            rel="noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {texts('board')}
          </Button>
        ) : null
      }
    >
      <Stack gap="md">
        <DeadLetters mayAct={mayAct} />
        <Loadable query={query}>
          {({ queues, recent }) => (
            <>
              <QueuesPanel queues={queues} />
              <RecentJobs view={{ queues, recent }} />
            </>
          )}
        </Loadable>
      </Stack>
    </Page>
  )
}

function RecentJobs({ view: { queues, recent } }: { readonly view: JobsView }) {
  const texts = useJobsTexts()
  const columns = useJobColumns()
  const [{ file }, change] = useFilters(JobFilter)
  return (
    <Panel
      title={texts('recent')}
      aside={
        <Select
          aria-label={texts('column.queue')}
          placeholder={texts('everyQueue')}
          data={queues.map(({ queue }) => ({ value: queue, label: texts(`queue.${queue}`) }))}
          value={file ?? null}
          onChange={(chosen) => change({ file: chosen ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': texts('everyQueue') }}
        />
      }
    >
      <ListTable
        label={texts('recent')}
        columns={columns}
        rows={recent.filter(({ queue }) => file === undefined || queue === file)}
        rowId={({ queue, id }) => `${queue} ${id}`}
        height={HEIGHT_PX}
        empty={<EmptyState title={texts('noRecent')} />}
      />
    </Panel>
  )
}
