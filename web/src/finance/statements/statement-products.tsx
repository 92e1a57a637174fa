import type { StatementDetailView } from '../../../../src/billing/statement-detail.js'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useStatementsTexts } from './texts.js'

type Line = StatementDetailView['consumption']['lines'][number]

const HEIGHT_PX = 480

/** Every product the member received in the month. */
export function StatementProducts({ lines }: { readonly lines: readonly Line[] }) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const columns: Column<Line>[] = [
    { key: 'product', header: texts('one.product'), cell: ({ product }) => product },
    { key: 'code', header: texts('one.code'), cell: ({ code }) => <Code>{code}</Code> },
    {
      key: 'units',
      header: texts('one.units'),
      align: 'right',
      cell: ({ units }) => formats.number(units),
    },
    {
      key: 'mean',
      header: texts('one.meanCost'),
      align: 'right',
      cell: ({ meanUnitCost }) => (
        <span className="nv-number">{exactFigure(formats, meanUnitCost)} €</span>
      ),
    },
    {
      key: 'amount',
      header: common('amount'),
      align: 'right',
      cell: ({ amount }) => <span className="nv-number">{formats.euros(amount)}</span>,
    },
  ]
  return (
    <DataTable
      label={texts('one.products')}
      columns={columns}
      rows={lines}
      rowId={({ product, code }) => `${product} ${code}`}
      height={HEIGHT_PX}
    />
  )
}
