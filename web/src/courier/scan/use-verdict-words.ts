import { useFormats } from '../../texts/formats.js'
import { useUiTexts } from '../../ui/texts.js'
import type { Place, Verdict, Warning } from '../offline/judge-scan.js'
import type { Item } from '../offline/local-run.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

export interface VerdictWords {
  readonly words: string
  readonly code: string | undefined
  readonly lines: readonly string[]
}

/** A verdict as the courier reads it: a word, the code, and what to do. */
export function useVerdictWords(place: Place): (verdict: Verdict) => VerdictWords {
  const texts = useCourierTexts()
  const formats = useFormats()
  const storage = useUiTexts()

  const warning = useWarningWords()
  const where = (item: Item): string[] => {
    const { temperatureClass } = item
    return temperatureClass === null || temperatureClass === 'ambient'
      ? []
      : [texts('verdict.classPlace', { word: storage.word('storage', temperatureClass) })]
  }
  const notHere =
    place.kind === 'loading' ? 'notLoadedHere' : place.kind === 'hub' ? 'notThisHub' : 'not-here'

  return (verdict) => {
    switch (verdict.kind) {
      case 'deed': {
        const { deed, item, warnings } = verdict
        const isTaken = deed === 'picked-up' || deed === 'loaded'
        const lines = [...warnings.map(warning), ...(isTaken ? where(item) : [])]
        return { words: texts(`verdict.${deed}`), code: item.code, lines }
      }
      case 'already': {
        const { at, item } = verdict
        return at === null
          ? {
              words: texts('verdict.already'),
              code: item.code,
              lines: [texts('verdict.alreadyDone')],
            }
          : {
              words: texts('verdict.alreadyAt', { time: formats.time(at) }),
              code: item.code,
              lines: [],
            }
      }
      case 'not-here': {
        const { item, belongsTo } = verdict
        const { position = 0, shortName: name = '' } = belongsTo ?? {}
        const line =
          belongsTo === null
            ? texts('verdict.belongsNowhere')
            : texts('verdict.belongsTo', { position, name })
        return { words: texts(`verdict.${notHere}`), code: item.code, lines: [line] }
      }
      case 'wrong-class': {
        const word = storage.word('storage', verdict.temperatureClass)
        const lines = [texts('verdict.wrongClass', { word })]
        return { words: texts('verdict.wrong-class'), code: verdict.item.code, lines }
      }
      case 'unknown':
        return {
          words: texts('verdict.unknown'),
          code: verdict.code,
          lines: [
            verdict.isCurrent
              ? texts('verdict.unknownDetail')
              : texts('verdict.unknownSince', { time: formats.time(verdict.readAt) }),
          ],
        }
      case 'unreadable':
        return {
          words: texts('verdict.unreadable'),
          code: undefined,
          lines: [texts('verdict.unreadableDetail')],
        }
    }
  }
}

/** What to look at although it was done. */
function useWarningWords(): (given: Warning) => string {
  const texts = useCourierTexts()
  const formats = useFormats()
  return (given) => {
    switch (given.kind) {
      case 'not-loaded':
        return texts('verdict.notLoaded')
      case 'needs-signature':
        return texts('verdict.needsSignature')
      case 'deadline-passed':
        return texts('verdict.deadlinePassed', { time: formats.time(given.deadlineAt) })
      case 'deadline-at-risk':
        return texts('verdict.deadlineAtRisk', {
          limit: formats.time(given.deadlineAt),
          time: formats.time(given.expectedAt),
        })
    }
  }
}
