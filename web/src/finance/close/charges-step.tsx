import { Group } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { RecordCharge } from '../charges/record-charge.js'
import { useFinanceTexts } from '../kit/texts.js'
import type { StepProps } from './step-props.js'
import { useCloseTexts } from './texts.js'

type Pool = StepProps['closing']['split']['pools'][number]

/** What each pool has been charged, and which ones nothing was recorded for. */
export function ChargesStep({ closing: { split, period }, mayAct }: StepProps) {
  const texts = useCloseTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const bare = new Set(
    split.warnings
      .find(({ code }) => code === 'pools-without-charges')
      ?.subjects?.map(({ id }) => id),
  )
  const isProducts = ({ unit }: Pool) => unit === '€'
  const columns: Column<Pool>[] = [
    { key: 'pool', header: common('pool'), cell: ({ label }) => label },
    {
      key: 'state',
      header: texts('charges.state'),
      cell: (pool) =>
        isProducts(pool) ? (
          texts('charges.products')
        ) : bare.has(pool.poolId) ? (
          <StateBadge tone="warn">{texts('charges.absent')}</StateBadge>
        ) : (
          <StateBadge tone="ok">{texts('charges.present')}</StateBadge>
        ),
    },
    {
      key: 'total',
      header: common('total'),
      align: 'right',
      cell: ({ total }) => <span className="nv-number">{formats.euros(total)}</span>,
    },
  ]
  return (
    <Panel
      title={texts('charges.title')}
      aside={
        mayAct && period.state !== 'closed' ? (
          <RecordCharge month={period.month} variant="default" />
        ) : null
      }
    >
      <DataTable
        label={common('table', { title: texts('charges.title') })}
        columns={columns}
        rows={split.pools}
        rowId={({ poolId }) => poolId}
      />
      <Group>
        <PathLink to="/finance/charges" search={{ mois: period.month }}>
          {texts('charges.see')}
        </PathLink>
      </Group>
    </Panel>
  )
}
