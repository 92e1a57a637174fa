import { useFormats } from '../../texts/formats.js'
import { centsOf } from '../kit/exact.js'
import classes from './budget.module.css'
import type { Against } from './compared.js'
import { useGapWords } from './use-gap-words.js'

export interface RateRow {
  readonly id: string
  readonly label: string
  readonly against: Against
  readonly isSum: boolean
}

/** The scale goes to a quarter above the budget, further when something needs it, never further than twice. */
const LEAST_SCALE = 1.25
const MOST_SCALE = 2

const rateOf = ({ share, charged }: Against): number =>
  share === undefined || centsOf(charged) < 0n ? 0 : 1 + share

/** The part of each budget that was spent: the line is the whole of it, what is beyond is hatched. */
export function RateBars({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly RateRow[]
}) {
  const furthest = Math.max(LEAST_SCALE, ...rows.map(({ against }) => rateOf(against)))
  const scale = Math.min(furthest, MOST_SCALE)
  return (
    <div className={classes['half']}>
      <h3>{title}</h3>
      <div className={classes['rates']}>
        {rows.map((row) => (
          <RateBar key={row.id} row={row} scale={scale} />
        ))}
      </div>
    </div>
  )
}

function RateBar({ row, scale }: { readonly row: RateRow; readonly scale: number }) {
  const words = useGapWords()
  const formats = useFormats()
  const { label, against, isSum } = row
  const rate = Math.min(rateOf(against), scale)
  const width = (part: number) => `${(part / scale) * 100}%`
  return (
    <div className={`${classes['rate']} ${isSum ? classes['sum'] : ''}`}>
      <div>{label}</div>
      <div
        className={classes['track']}
        title={against.share === undefined ? '' : formats.percent(1 + against.share)}
      >
        {rate > 0 ? (
          <span className={classes['spent']} style={{ width: width(Math.min(rate, 1)) }} />
        ) : null}
        {rate > 1 ? <span className={classes['over']} style={{ width: width(rate - 1) }} /> : null}
        {against.share === undefined ? null : (
          <span className={classes['whole']} style={{ left: width(1) }} />
        )}
      </div>
      <div className={classes['figures']}>
        {words.ofBudget(against)}
        <span className={classes['gap']}>{words.gap(against)}</span>
      </div>
    </div>
  )
}
