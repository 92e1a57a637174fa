import type { BudgetVoteView } from '../../../../src/billing/budget-schema.js'
import { useFormats } from '../../texts/formats.js'
import { sumOf } from '../kit/exact.js'
import { useFinanceTexts } from '../kit/texts.js'
import classes from './budget.module.css'
import { useBudgetTexts } from './texts.js'
import { monthName, monthsOfYear } from './year-months.js'

/** One vote as it stands: pools down, months across. */
export function BudgetTable({ vote }: { readonly vote: BudgetVoteView }) {
  const texts = useBudgetTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const label = texts('table', { year: vote.year })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes['scroller']} tabIndex={0} aria-label={label}>
      <table className={classes['year']}>
        <caption className="nv-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{common('pool')}</th>
            {monthsOfYear(vote.year).map((month) => (
              <th key={month} scope="col">
                {monthName(formats.locale, month)}
              </th>
            ))}
            <th scope="col">{common('total')}</th>
          </tr>
        </thead>
        <tbody>
          {vote.pools.map(({ poolId, label: pool, amounts, total }) => (
            <tr key={poolId}>
              <th scope="row">{pool}</th>
              {monthsOfYear(vote.year).map((month, index) => (
                <td key={month}>{formats.euros(amounts[index] ?? '0.00')}</td>
              ))}
              <td className={classes['total']}>{formats.euros(total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{common('total')}</th>
            {monthsOfYear(vote.year).map((month, index) => (
              <td key={month}>
                {formats.euros(sumOf(vote.pools.map(({ amounts }) => amounts[index] ?? '0.00')))}
              </td>
            ))}
            <td>{formats.euros(vote.total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
