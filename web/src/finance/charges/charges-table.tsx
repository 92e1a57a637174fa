import { Stack, Text } from '@mantine/core'
import type { ChargeView, CostPoolView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { capital } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { ReverseCharge } from './reverse-charge.js'
import { useChargesTexts } from './texts.js'

interface Props {
  readonly charges: readonly ChargeView[]
  readonly pools: readonly CostPoolView[]
  readonly isClosed: boolean
  readonly mayAct: boolean
}

/** Charges as they were recorded, with what reverses what. */
export function ChargesTable({ charges, pools, isClosed, mayAct }: Props) {
  const texts = useChargesTexts()
  const common = useFinanceTexts()
  const columns = [...useWhatColumns(pools), ...useAmountColumns(isClosed)]
  return (
    <DataTable
      label={common('table', { title: texts('list') })}
      columns={mayAct ? columns : columns.slice(0, -1)}
      rows={charges}
      rowId={({ id }) => id}
      empty={<EmptyState title={texts('none')}>{texts('noneHint')}</EmptyState>}
    />
  )
}

function useWhatColumns(pools: readonly CostPoolView[]): Column<ChargeView>[] {
  const texts = useChargesTexts()
  const poolOf = new Map(pools.map((pool) => [pool.id, pool]))
  return [
    {
      key: 'pool',
      header: texts('columns.pool'),
      sticky: true,
      cell: ({ poolId }) => poolOf.get(poolId)?.label ?? '–',
    },
    {
      key: 'account',
      header: texts('columns.account'),
      cell: ({ poolId }) => <Code>{poolOf.get(poolId)?.account ?? '–'}</Code>,
    },
    {
      key: 'label',
      header: texts('columns.label'),
      cell: (charge) => (
        <Stack gap={2} align="flex-start">
          {charge.label}
          {charge.reversesId === null ? null : (
            <StateBadge tone="neutral">{texts('reversal')}</StateBadge>
          )}
          {charge.reversedById === null ? null : (
            <StateBadge tone="neutral">{texts('reversed')}</StateBadge>
          )}
        </Stack>
      ),
    },
    {
      key: 'reference',
      header: texts('columns.reference'),
      cell: ({ documentReference }) => <Code>{documentReference}</Code>,
    },
  ]
}

function useAmountColumns(isClosed: boolean): Column<ChargeView>[] {
  const texts = useChargesTexts()
  const formats = useFormats()
  return [
    {
      key: 'origin',
      header: texts('columns.origin'),
      cell: ({ originMonth, accountingMonth }) => (
        <Text size="sm" fw={originMonth === accountingMonth ? 400 : 600}>
          {capital(formats.month(originMonth))}
        </Text>
      ),
    },
    {
      key: 'recordedAt',
      header: texts('columns.recordedAt'),
      cell: ({ recordedAt, recordedBy }) => (
        <>
          <div>{formats.dateTime(recordedAt)}</div>
          <Text size="xs" c="dimmed">
            {recordedBy}
          </Text>
        </>
      ),
    },
    {
      key: 'amount',
      header: texts('columns.amount'),
      align: 'right',
      cell: ({ amount }) => <span className="nv-number">{formats.euros(amount)}</span>,
    },
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{texts('columns.act')}</span>,
      align: 'right',
      cell: (charge) =>
        charge.reversesId === null && charge.reversedById === null ? (
          <ReverseCharge charge={charge} isClosed={isClosed} />
        ) : null,
    },
  ]
}
