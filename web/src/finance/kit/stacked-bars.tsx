import { useFormats } from '../../texts/formats.js'
import { centsOf, lengthOf } from './exact.js'
import classes from './kit.module.css'
import { memberFill } from './member-mark.js'
import { useMembers } from './use-members.js'

export interface StackedBar {
  readonly id: string
  readonly label: string
  readonly total: string
  readonly parts: readonly { readonly establishmentId: string; readonly amount: string }[]
}

/** One bar per pool or per month, cut by member, all on one scale from zero. Credits are in the table only. */
export function StackedBars({ bars }: { readonly bars: readonly StackedBar[] }) {
  const formats = useFormats()
  const members = useMembers()
  const longest = bars.reduce(
    (most, { total }) => (centsOf(total) > centsOf(most) ? total : most),
    '0.00',
  )
  return (
    <div className={classes['bars']}>
      {bars.map(({ id, label, total, parts }) => (
        <div key={id} className={classes['barRow']}>
          <div className={classes['barLabel']}>{label}</div>
          <div className={classes['track']}>
            {parts
              .filter(({ amount }) => centsOf(amount) > 0n)
              .map(({ establishmentId, amount }) => (
                <span
                  key={establishmentId}
                  className={`${classes['piece']} ${memberFill(members.get(establishmentId)?.tone ?? 0)}`}
                  style={{ width: `${lengthOf(amount, longest) * 100}%` }}
                  title={`${members.get(establishmentId)?.name ?? ''} : ${formats.euros(amount)}`}
                />
              ))}
          </div>
          <div className="nv-number">{formats.euros(total)}</div>
        </div>
      ))}
    </div>
  )
}
