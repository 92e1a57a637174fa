import { useFormats } from '../../texts/formats.js'
import { useUiTexts } from '../texts.js'
import { useNow } from '../use-now.js'
import classes from './marks.module.css'
import { TONE_SHAPES, type Tone } from './tone.js'

interface Props {
  /** The instant that must not pass. */
  readonly to: string
  /** Below this many minutes it warns. */
  readonly warnMinutes?: number
}

/** How long is left before an instant, or since it passed; counts on by itself. */
export function Countdown({ to, warnMinutes = 30 }: Props) {
  const texts = useUiTexts()
  const formats = useFormats()
  const leftMs = Date.parse(to) - useNow()
  const tone: Tone = leftMs < 0 ? 'stop' : leftMs < warnMinutes * 60_000 ? 'warn' : 'ok'
  const duration = formats.duration(leftMs)
  return (
    <time
      dateTime={to}
      className={`${classes['countdown']} ${classes[tone]}`}
      title={formats.dateTime(to)}
    >
      <span aria-hidden>{TONE_SHAPES[tone]}</span>
      {texts(leftMs < 0 ? 'passedSince' : 'in', { duration })}
    </time>
  )
}
