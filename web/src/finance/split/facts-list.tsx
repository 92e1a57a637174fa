import { Button, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { ActivityView, ShareExplanationView } from '../../../../src/billing/review-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { usePages } from '../../ui/use-pages.js'
import { exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { FactDetail } from './fact-detail.js'
import { LateMark } from './late-mark.js'
import { ReadSince } from './read-since.js'
import { useSplitTexts } from './texts.js'

interface Props {
  readonly periodId: string
  readonly share: ShareExplanationView
  readonly part: ShareExplanationView['parts'][number]
  readonly onBack: () => void
}

/** Every movement, stop or tube that a driver counted, newest first. */
export function FactsList({ periodId, share, part, onBack }: Props) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const [open, setOpen] = useState<ActivityView>()
  const { driver } = part
  const { establishmentId } = share.member
  const { items, more, isLoading, error, refetch } = useFacts(periodId, establishmentId, driver)
  const columns = useFactColumns(driver, share.month)
  if (open) return <FactDetail fact={open} driver={driver} onBack={() => setOpen(undefined)} />
  return (
    <Stack gap="sm">
      <div>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={onBack}
        >
          {texts('explain.back')}
        </Button>
      </div>
      <Title order={3}>{texts('facts.title', { what: common.word('driver', driver) })}</Title>
      <Text c="dimmed">
        {share.member.name}, {formats.month(share.month)}.{' '}
        {texts('facts.hint', {
          total: exactFigure(formats, part.quantity),
          unit: common.word('unit', driver),
        })}
      </Text>
      <ReadSince periodId={periodId} share={share} part={part} />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      <DataTable
        label={texts('facts.title', { what: common.word('driver', driver) })}
        columns={columns.filter(
          ({ key }) => key !== 'units' || items.some(({ units }) => units !== null),
        )}
        rows={items}
        rowId={({ id }) => id}
        onOpen={setOpen}
        loading={isLoading}
        more={more}
        empty={<EmptyState title={texts('facts.empty')} />}
      />
    </Stack>
  )
}

type Driver = Props['part']['driver']

function useFacts(periodId: string, establishmentId: string, driver: Driver) {
  return usePages({
    queryKey: ['split', periodId, 'activity', establishmentId, driver],
    page: (cursor) =>
      read(
        api.periods[':id'].activity.$get({
          param: { id: periodId },
          query: {
            ...{ establishmentId, driver, limit: '50' },
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  })
}

function useFactColumns(driver: Driver, month: string): Column<ActivityView>[] {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  return [
    {
      key: 'at',
      header: texts('facts.at'),
      cell: ({ at }) => <span className="nv-number">{formats.shortDateTime(at)}</span>,
    },
    {
      key: 'what',
      header: texts('facts.what'),
      cell: (fact) => (
        <>
          {fact.label} <LateMark fact={fact} month={month} />
        </>
      ),
    },
    {
      key: 'reference',
      header: texts('facts.reference'),
      cell: ({ reference }) => <span className="nv-code">{reference ?? '–'}</span>,
    },
    {
      key: 'units',
      header: texts('facts.units'),
      align: 'right',
      cell: ({ units }) => (units === null ? '–' : formats.number(units)),
    },
    {
      key: 'counts',
      header: `${texts('facts.counts')} (${common.word('unit', driver)})`,
      align: 'right',
      cell: ({ counts }) => exactFigure(formats, counts),
    },
  ]
}
