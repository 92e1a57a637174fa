import classes from './picture.module.css'

interface Props {
  /** Between 0 and 1; more is drawn full. */
  readonly share: number
  readonly tone: 'ok' | 'warn' | 'stop' | 'info'
  /** The figure in words, beside the bar. */
  readonly children: string
}

/** A small bar beside its figure: coverage in days, progress of a line. */
export function Meter({ share, tone, children }: Props) {
  const percent = `${Math.max(0, Math.min(1, share)) * 100}%`
  return (
    <span className={classes['meter']}>
      <span className={classes['track']} aria-hidden>
        <span className={`${classes['fill']} ${classes[tone]}`} style={{ width: percent }} />
      </span>
      <span>{children}</span>
    </span>
  )
}
