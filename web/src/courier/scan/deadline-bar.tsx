import { useFormats } from '../../texts/formats.js'
import { useNow } from '../../ui/use-now.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import classes from './scan.module.css'

/** A bar that is full at three hours: the usual life of a routine tube. */
const FULL_MS = 3 * 60 * 60_000
const WARN_MS = 30 * 60_000

/** How long a bag still has, in words and as a bar that empties. */
export function DeadlineBar({ to }: { readonly to: string }) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const leftMs = Date.parse(to) - useNow()
  const tone = leftMs < 0 ? 'stop' : leftMs < WARN_MS ? 'warn' : 'ok'
  const share = Math.max(0, Math.min(1, leftMs / FULL_MS))
  const duration = formats.duration(leftMs)
  return (
    <span className={classes['deadline']} data-tone={tone}>
      <span>
        <span aria-hidden>{{ stop: '✕ ', warn: '! ', ok: '' }[tone]}</span>
        {texts(leftMs < 0 ? 'stop.passed' : 'stop.left', { duration })}
      </span>
      <span className={classes['bar']} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  )
}
