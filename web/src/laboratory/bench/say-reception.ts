import type { ReceptionView } from '../../../../src/specimens/view-schema.js'
import type { Formats } from '../../texts/formats.js'
import type { Tone } from '../../ui/marks/tone.js'
import type { Said } from './said.js'
import type { useBenchTexts } from './texts.js'

const TONES: Readonly<Record<ReceptionView['outcome'], Tone>> = {
  accepted: 'ok',
  'accepted-with-reservation': 'warn',
  rejected: 'stop',
  missing: 'stop',
  unexpected: 'stop',
  misrouted: 'stop',
}

const MINUTE_MS = 60_000

/** What the server decided about a tube, in the words of the bench. */
export function sayReception(
  reception: ReceptionView,
  texts: ReturnType<typeof useBenchTexts>,
  formats: Formats,
): Said {
  const { tubeCode, outcome, isPastDeadline, minutesSinceCollection, listedIn } = reception
  const { remainingTubes } = reception
  const isTaken = outcome === 'accepted' || outcome === 'accepted-with-reservation'
  const parts = [
    outcome === 'unexpected' ? texts('saidDetail.unexpected') : '',
    outcome === 'misrouted'
      ? texts('saidDetail.misrouted', { number: listedIn?.number ?? '' })
      : '',
    isTaken && isPastDeadline ? texts('saidDetail.pastDeadline') : '',
    isTaken && minutesSinceCollection !== null
      ? texts('saidDetail.sinceCollection', {
          duration: formats.duration(minutesSinceCollection * MINUTE_MS),
        })
      : '',
    remainingTubes === 0
      ? texts('saidDetail.remaining_zero')
      : texts('saidDetail.remaining', { count: remainingTubes }),
  ]
  return {
    tone: isTaken && isPastDeadline ? 'warn' : TONES[outcome],
    words: texts(`said.${outcome}`, { code: tubeCode }),
    detail: parts.filter(Boolean).join(' '),
    tubeCode,
    ...(listedIn && { other: listedIn }),
  }
}
