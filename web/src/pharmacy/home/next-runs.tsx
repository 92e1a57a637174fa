import { Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { PharmacyDay } from '../../../../src/today/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Meter } from '../../ui/picture/meter.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useHomeTexts } from './texts/index.js'

type Run = PharmacyDay['nextRuns'][number]

const READY = new Set(['released', 'dispatched', 'delivered', 'received'])

/** The next departures, and how much of what goes with them is ready. */
export function NextRuns({ runs }: { readonly runs: readonly Run[] }) {
  const t = useHomeTexts()
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <DataTable
      label={t('runs.table')}
      columns={columns}
      rows={runs}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/pharmacie/tournees/${id}` })}
      emphasis={({ urgentOrders }) => (urgentOrders > 0 ? 'urgent' : undefined)}
      empty={<EmptyState title={t('runs.none')}>{t('runs.noneHint')}</EmptyState>}
    />
  )
}

function useColumns(): Column<Run>[] {
  const t = useHomeTexts()
  const formats = useFormats()
  return [
    {
      key: 'run',
      header: t('runs.run'),
      cell: ({ name, number }) => (
        <Stack gap={0}>
          <Text fw={600}>{name}</Text>
          <Code>{number}</Code>
        </Stack>
      ),
    },
    { key: 'departs', header: t('runs.departs'), cell: (run) => departure(run, formats) },
    {
      key: 'cutoff',
      header: t('runs.cutoff'),
      cell: ({ cutoffAt }) => <Countdown to={cutoffAt} />,
    },
    { key: 'waiting', header: t('runs.waiting'), cell: (run) => <Readiness run={run} /> },
  ]
}

const departure = ({ departsAt }: Run, formats: ReturnType<typeof useFormats>) => (
  <Stack gap={0}>
    <span>{formats.time(departsAt)}</span>
    <Text size="sm" c="dimmed">
      {formats.dateOfWeek(departsAt)}
    </Text>
  </Stack>
)

function Readiness({ run }: { readonly run: Run }) {
  const t = useHomeTexts()
  const entries = Object.entries(run.orders)
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  const ready = entries.reduce((sum, [state, count]) => sum + (READY.has(state) ? count : 0), 0)
  if (total === 0) return <Text c="dimmed">{t('runs.nothing')}</Text>
  return (
    <Stack gap={4} align="flex-start">
      <Meter share={ready / total} tone={ready === total ? 'ok' : 'info'}>
        {t('runs.ready', { count: ready, total })}
      </Meter>
      {run.urgentOrders > 0 ? (
        <StateBadge tone="warn">{t('runs.urgent', { count: run.urgentOrders })}</StateBadge>
      ) : null}
    </Stack>
  )
}
