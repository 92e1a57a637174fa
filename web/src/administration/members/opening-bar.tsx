import classes from './opening-bar.module.css'

const DAY_MINUTES = 24 * 60
const share = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return ((hours * 60 + minutes) / DAY_MINUTES) * 100
}

interface Props {
  readonly opensAt: string
  readonly closesAt: string
  readonly label: string
}

/** The opening hours as a bar over the day; the words stand beside it. */
export function OpeningBar({ opensAt, closesAt, label }: Props) {
  return (
    <span className={classes['opening']}>
      <span className={classes['day']} aria-hidden>
        <span
          className={classes['open']}
          style={{
            insetInlineStart: `${share(opensAt)}%`,
            insetInlineEnd: `${100 - share(closesAt)}%`,
          }}
        />
      </span>
      <span className="nv-number">{label}</span>
    </span>
  )
}
