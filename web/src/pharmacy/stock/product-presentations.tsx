import type { ProductView } from '../../../../src/catalogue/schema.js'
import { Code, groupedCip13 } from '../../ui/marks/amounts.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useStockTexts } from './texts/index.js'

type Presentation = ProductView['presentations'][number]

interface Props {
  readonly presentations: readonly Presentation[]
  /** Columns after the codes: what a page can do with a presentation. */
  readonly extra?: readonly Column<Presentation>[]
}

/** The boxes of a product with every code they carry, grouped as they are printed. */
export function PresentationsTable({ presentations, extra = [] }: Props) {
  const t = useStockTexts()
  const code = (value: string | null) => (value === null ? '–' : <Code>{value}</Code>)
  return (
    <DataTable
      label={t('table', { name: t('product.presentations') })}
      rows={presentations}
      rowId={({ id }) => id}
      columns={[
        { key: 'label', header: t('columns.presentation'), cell: ({ label }) => label },
        {
          key: 'cip13',
          header: t('columns.cip13'),
          cell: ({ cip13 }) => code(cip13 === null ? null : groupedCip13(cip13)),
        },
        { key: 'cip7', header: t('columns.cip7'), cell: ({ cip7 }) => code(cip7) },
        { key: 'ucd', header: t('columns.ucd'), cell: ({ ucd13 }) => code(ucd13) },
        { key: 'gtin', header: t('columns.gtin'), cell: ({ gtin14 }) => code(gtin14) },
        {
          key: 'pack',
          header: t('columns.pack'),
          align: 'right',
          cell: ({ unitsPerPack }) => unitsPerPack ?? t('product.unknownPack'),
        },
        ...extra,
      ]}
    />
  )
}
