import { Accordion } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { StatementView } from '../../../../src/billing/schema.js'
import type { StatementDetailView } from '../../../../src/billing/statement-detail.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { capital, exactFigure } from '../kit/figures.js'
import { poolsQuery } from '../kit/queries.js'
import { useFinanceTexts } from '../kit/texts.js'
import classes from '../split/split.module.css'
import { StatementProducts } from './statement-products.js'
import { useStatementsTexts } from './texts.js'

interface Props {
  readonly statement: StatementView
  readonly detail: StatementDetailView
}

type PoolLine = StatementDetailView['pools'][number]

/** Pool by pool, then corrections, VAT and products; a pool opens onto its whole calculation. */
export function StatementDetail({ statement, detail }: Props) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const columns = usePoolColumns(statement)
  return (
    <Panel title={texts('one.pools')}>
      <DataTable
        label={common('table', { title: texts('one.pools') })}
        columns={columns}
        rows={detail.pools}
        rowId={({ name }) => name}
      />
      <Corrections detail={detail} />
      <Vat detail={detail} />
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="products">
          <Accordion.Control>
            {texts('one.productLines', {
              count: detail.consumption.lines.length,
              total: formats.euros(detail.consumption.total),
            })}
          </Accordion.Control>
          <Accordion.Panel>
            <StatementProducts lines={detail.consumption.lines} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Panel>
  )
}

function usePoolColumns(statement: StatementView): Column<PoolLine>[] {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const { data: pools = [] } = useQuery(poolsQuery(statement.groupingId))
  return [
    {
      key: 'pool',
      header: common('pool'),
      cell: ({ name }) => {
        const pool = pools.find(({ label }) => label === name)
        if (pool === undefined) return name
        return (
          <PathLink
            to="/finance/repartition"
            search={{
              ...{ mois: statement.month, poste: pool.id },
              membre: statement.establishmentId,
            }}
          >
            {name}
          </PathLink>
        )
      },
    },
    {
      key: 'computation',
      header: texts('one.computation'),
      cell: ({ keyLabel, numerator, denominator, unit }) => (
        <>
          <div>{common.word('serverWord', keyLabel)}</div>
          <div style={{ color: 'var(--nv-dimmed)' }}>
            {texts('one.formula', {
              numerator: exactFigure(formats, numerator),
              denominator: exactFigure(formats, denominator),
              unit: common.word('serverWord', unit),
            })}
          </div>
        </>
      ),
    },
    {
      key: 'poolTotal',
      header: texts('one.poolTotal'),
      align: 'right',
      cell: ({ poolTotal }) => <span className="nv-number">{formats.euros(poolTotal)}</span>,
    },
    {
      key: 'amount',
      header: common('amount'),
      align: 'right',
      cell: ({ amount }) => <span className="nv-number">{formats.euros(amount)}</span>,
    },
  ]
}

function Corrections({ detail }: Pick<Props, 'detail'>) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  if (detail.corrections.length === 0) return null
  return (
    <table className={classes['ledger']}>
      <caption style={{ textAlign: 'left', fontWeight: 600 }}>{texts('one.corrections')}</caption>
      <thead>
        <tr>
          <th scope="col">{texts('one.origin')}</th>
          <th scope="col">{texts('one.reason')}</th>
          <th scope="col" className={classes['right']}>
            {common('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.corrections.map(({ originPeriod, reason, amount }) => (
          <tr key={`${originPeriod} ${reason}`}>
            <td>{capital(formats.month(originPeriod))}</td>
            <td>{reason}</td>
            <td className={classes['right']}>{formats.euros(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Vat({ detail }: Pick<Props, 'detail'>) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  if (detail.vatLines.length === 0) return null
  return (
    <table className={classes['ledger']}>
      <caption style={{ textAlign: 'left', fontWeight: 600 }}>{texts('one.vat')}</caption>
      <thead>
        <tr>
          <th scope="col">{texts('one.rate')}</th>
          <th scope="col" className={classes['right']}>
            {texts('one.base')}
          </th>
          <th scope="col" className={classes['right']}>
            {common('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.vatLines.map(({ rate, base, amount }) => (
          <tr key={rate}>
            <td>{exactFigure(formats, rate)} %</td>
            <td className={classes['right']}>{formats.euros(base)}</td>
            <td className={classes['right']}>{formats.euros(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
