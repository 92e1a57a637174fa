import { centsOf, lengthOf } from './exact.js'
import classes from './kit.module.css'

/** A difference around zero: hollow to the left when less, full to the right when more. */
export function GapBar({ amount, largest }: { readonly amount: string; readonly largest: string }) {
  const width = `${lengthOf(amount, largest) * 100}%`
  const isLess = centsOf(amount) < 0n
  return (
    <span className={classes['gap']} aria-hidden>
      <span className={classes['gapHalf']}>
        {isLess ? <span className={classes['less']} style={{ width }} /> : null}
      </span>
      <span className={classes['gapHalf']}>
        {!isLess && centsOf(amount) > 0n ? (
          <span className={classes['moreThan']} style={{ width }} />
        ) : null}
      </span>
    </span>
  )
}
