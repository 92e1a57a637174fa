import type { ReactNode } from 'react'
import classes from './marks.module.css'
import { TONE_SHAPES, type Tone } from './tone.js'

interface Props {
  readonly tone: Tone
  readonly children: ReactNode
  /** What to do now. */
  readonly detail?: ReactNode
}

/** The answer to a scan, readable at arm's length and spoken by screen readers. */
export function Verdict({ tone, children, detail }: Props) {
  return (
    <div
      className={`${classes['verdict']} ${classes[tone]}`}
      role={tone === 'stop' ? 'alert' : 'status'}
    >
      <span className={classes['verdictShape']} aria-hidden>
        {TONE_SHAPES[tone]}
      </span>
      <div>
        <div className={classes['verdictWords']}>{children}</div>
        {detail ? <div className={classes['verdictDetail']}>{detail}</div> : null}
      </div>
    </div>
  )
}
