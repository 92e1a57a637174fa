import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import type { Tone } from '../../ui/marks/tone.js'
import { sumOf } from '../kit/exact.js'
import { signedEuros } from '../kit/figures.js'
import { gapsOf } from './gaps.js'
import type { Step } from './steps.js'
import { useCloseTexts } from './texts.js'
import type { Closing } from './use-closing.js'

export interface Finding {
  readonly tone: Tone
  readonly words: string
}

/** What each step of the path found, in a few words. */
export function useFindings(closing: Closing): Readonly<Record<Step, Finding>> {
  const texts = useCloseTexts()
  const formats = useFormats()
  const states = useVocabulary()
  const { split, before, period } = closing
  const isClosed = period.state === 'closed'
  const about = (code: string) =>
    isClosed ? 0 : (split.warnings.find((warning) => warning.code === code)?.count ?? 0)
  const charged = split.pools.filter(({ keyId }) => keyId !== null)
  const bare = about('pools-without-charges')
  const keyless = about('pools-without-key')
  const [largest] = before ? gapsOf(split, before) : []
  return {
    checks: checksFound(closing, texts),
    charges:
      bare > 0
        ? { tone: 'warn', words: texts('found.noCharge', { count: bare }) }
        : {
            tone: 'ok',
            words: texts('found.charged', {
              total: formats.euros(sumOf(charged.map(({ total }) => total))),
            }),
          },
    keys:
      keyless > 0
        ? { tone: 'stop', words: texts('found.noKey', { count: keyless }) }
        : { tone: 'ok', words: texts('found.keys', { count: charged.length }) },
    simulate: {
      tone: 'neutral',
      words: texts('found.split', { total: formats.euros(split.total) }),
    },
    review: {
      tone: 'neutral',
      words: largest
        ? texts('found.gap', { amount: signedEuros(formats, largest.gap) })
        : texts('found.noBefore'),
    },
    close: {
      tone: isClosed ? 'ok' : 'neutral',
      words: states.word('periodState', period.state),
    },
  }
}

function checksFound({ split, period }: Closing, texts: ReturnType<typeof useCloseTexts>): Finding {
  const { blockers, warnings } = split
  if (period.state === 'closed') return { tone: 'ok', words: texts('found.passed') }
  if (blockers.length > 0) {
    return { tone: 'stop', words: texts('found.blocked', { count: blockers.length }) }
  }
  if (warnings.length > 0) {
    return { tone: 'warn', words: texts('found.toCheck', { count: warnings.length }) }
  }
  return { tone: 'ok', words: texts('found.clear') }
}
