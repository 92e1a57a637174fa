import type { BudgetComparisonView } from '../../../../src/billing/budget-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { capital } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import classes from './budget.module.css'
import { type ComparedRow, comparedRows } from './compared.js'
import { RateBars } from './rate-bars.js'
import { useBudgetTexts } from './texts.js'
import { useGapWords } from './use-gap-words.js'

interface Props {
  readonly comparison: BudgetComparisonView
  readonly month: string
  readonly isClosed: boolean
}

const COLUMNS = [
  'charged',
  'budget',
  'difference',
  'share',
  'chargedToDate',
  'budgetToDate',
  'differenceToDate',
  'shareToDate',
] as const

/** What a month cost against what was voted for it, and the year so far, pool by pool. */
export function ComparisonPicture({ comparison, month, isClosed }: Props) {
  const texts = useBudgetTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const cells = useCells()
  const description = useDescription()
  const compared = comparedRows(comparison, month, common('total'))
  if (compared === undefined) return null
  const rows = [...compared.pools, compared.total]
  const barsOf = (part: 'month' | 'toDate') =>
    rows.map((row) => ({
      id: row.id,
      label: row.label,
      against: row[part],
      isSum: row === compared.total,
    }))
  const name = capital(formats.month(month))
  return (
    <Picture
      title={texts('compare.title')}
      description={description(name, compared.total)}
      columns={[
        { header: common('pool') },
        ...COLUMNS.map((column) => ({ header: texts(`compare.${column}`), isNumber: true })),
      ]}
      rows={rows.map(cells)}
    >
      <div className={classes['pair']}>
        <RateBars
          title={texts(isClosed ? 'compare.thisMonth' : 'compare.soFar', { month: name })}
          rows={barsOf('month')}
        />
        <RateBars
          title={texts('compare.toDate', { month: formats.month(month) })}
          rows={barsOf('toDate')}
        />
      </div>
    </Picture>
  )
}

function useCells() {
  const formats = useFormats()
  const words = useGapWords()
  return ({ label, month, toDate }: ComparedRow): readonly string[] => [
    label,
    ...[month, toDate].flatMap((against) => [
      formats.euros(against.charged),
      formats.euros(against.budget),
      words.amount(against),
      words.share(against),
    ]),
  ]
}

function useDescription() {
  const texts = useBudgetTexts()
  const formats = useFormats()
  const words = useGapWords()
  return (name: string, { month, toDate }: ComparedRow): string =>
    texts('compare.description', {
      month: name,
      charged: formats.euros(month.charged),
      budget: formats.euros(month.budget),
      gap: words.gap(month),
      chargedToDate: formats.euros(toDate.charged),
      budgetToDate: formats.euros(toDate.budget),
      gapToDate: words.gap(toDate),
    })
}
