import { useTimetableTexts } from './texts.js'
import classes from './weekdays.module.css'

const WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const

/** The days a run leaves, as seven letters of which some are filled; read out as words. */
export function Weekdays({ of }: { readonly of: readonly number[] }) {
  const texts = useTimetableTexts()
  const leaves = (day: string) => of.includes(Number(day))
  const said = WEEK.filter(leaves).map((day) => texts(`weekday.${day}`))
  return (
    <span className={classes['week']}>
      <span className="nv-visually-hidden">{said.join(', ')}</span>
      {WEEK.map((day) => (
        <span
          key={day}
          aria-hidden
          className={`${classes['day']} ${leaves(day) ? classes['leaves'] : ''}`}
        >
          {texts(`letter.${day}`)}
        </span>
      ))}
    </span>
  )
}
