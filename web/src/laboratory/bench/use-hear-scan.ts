import type { ShipmentView, TubeView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import type { Bench } from './bench.js'
import type { Deciding, Said } from './said.js'
import { useBenchTexts } from './texts.js'
import { isDecided, isExpired, isOffList } from './tube-state.js'
import { type Scanned, useFindScanned } from './use-find-scanned.js'

interface Options {
  readonly shipment: ShipmentView
  readonly deciding: Deciding | undefined
  readonly say: (said: Said) => void
  readonly decide: (deciding: Deciding) => void
  readonly receive: Bench['receive']
}

/**
 * What a scan at the bench does. A listed tube in time is accepted at once; whatever needs a person's
 * judgement (late, not announced, typed by hand) opens a decision instead.
 */
export function useHearScan(options: Options): (code: string, mode: 'scan' | 'hand') => void {
  const { shipment, deciding, say, receive } = options
  const texts = useBenchTexts()
  const find = useFindScanned()
  const answer = useAnswers(options)
  return (raw, mode) => {
    const code = raw.trim().toUpperCase()
    if (deciding !== undefined) {
      const busy = { code: deciding.tubeCode }
      say({ tone: 'warn', words: texts('said.busy', busy), detail: texts('saidDetail.busy') })
      return
    }
    if (code === shipment.containerCode) {
      say({
        tone: 'info',
        words: texts('said.ownContainer'),
        detail: texts('saidDetail.ownContainer'),
      })
      return
    }
    const tube = shipment.tubes.find((each) => each.code === code)
    const accept = () =>
      receive({ tubeCode: code, verdict: 'accepted', inputMode: mode }).catch(() => {
        // Said by the bench.
      })
    if (tube === undefined) {
      const hearUnknown = (found: Scanned | undefined) => {
        if (found?.kind !== 'container') {
          void accept()
          return
        }
        const { shipmentId, title: number } = found
        say({
          tone: 'warn',
          words: texts('said.otherContainer', { number }),
          detail: texts('saidDetail.otherContainer'),
          other: { shipmentId, number },
        })
      }
      void find(code).then(hearUnknown, accept)
      return
    }
    if (!answer(tube, mode)) void accept()
  }
}

/** Answers a scan that must not simply accept; false when it may. */
function useAnswers({ say, decide }: Options): (tube: TubeView, mode: 'scan' | 'hand') => boolean {
  const texts = useBenchTexts()
  const formats = useFormats()
  const words = useVocabulary()
  return (tube, inputMode) => {
    const { code: tubeCode, state, verdicts, deadlineAt } = tube
    const base = { tubeCode, inputMode }
    if (isDecided(tube)) {
      const at = formats.dateTime(verdicts.at(-1)?.at ?? Date.now())
      const verdict = words.word('tubeState', state)
      const detail = texts('saidDetail.already', { at, verdict })
      say({ tone: 'info', words: texts('said.already', { code: tubeCode }), detail, tubeCode })
      return true
    }
    if (isOffList(tube)) {
      decide({ ...base, verdict: 'rejected', reasonCode: 'unlisted-tube' })
      const detail = texts('saidDetail.toDecide')
      say({ tone: 'warn', words: texts('said.toDecide', { code: tubeCode }), detail, tubeCode })
      return true
    }
    if (isExpired(tube, Date.now()) && deadlineAt !== null) {
      decide({ ...base, verdict: 'rejected', reasonCode: 'delay-exceeded' })
      const duration = formats.duration(Date.now() - Date.parse(deadlineAt))
      const detail = texts('saidDetail.late', { duration })
      say({ tone: 'stop', words: texts('said.late', { code: tubeCode }), detail, tubeCode })
      return true
    }
    if (inputMode === 'hand') {
      decide({ ...base, verdict: 'accepted' })
      const detail = texts('saidDetail.byHand')
      say({ tone: 'warn', words: texts('said.byHand', { code: tubeCode }), detail, tubeCode })
      return true
    }
    return false
  }
}
