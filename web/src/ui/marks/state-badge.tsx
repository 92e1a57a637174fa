import classes from './marks.module.css'
import { TONE_SHAPES, type Tone, toneOf } from './tone.js'

interface Props {
  /** The state's code: it chooses the tone, unless `tone` says otherwise. */
  readonly state?: string
  readonly tone?: Tone
  readonly children: string
}

/** A state as shape, colour and word. */
export function StateBadge({ state = '', tone = toneOf(state), children }: Props) {
  return (
    <span className={`${classes['badge']} ${classes[tone]}`}>
      <span aria-hidden>{TONE_SHAPES[tone]}</span>
      {children}
    </span>
  )
}
