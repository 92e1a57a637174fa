import { DOMAIN_ERROR_CODES, type DomainErrorCode } from '../../../../src/kernel/errors.js'
import type { Language } from '../../texts/language.js'
import type { Problem } from '../problem.js'
import { FAILURES } from './failures.js'
import { fieldLabel } from './field-label.js'
import { PROBLEM_TEXTS_EN } from './problem-texts-en.js'
import { PROBLEM_TEXTS_FR } from './problem-texts-fr.js'
import { SAY } from './say.js'
import { frenchOf } from './translate-message.js'
import { plainEnglish } from './zod-messages.js'

export interface ExplainedField {
  /** As the server names it, for the screen to find its input: `lines.0.units`. */
  readonly path: string
  /** As a person names it: «ligne 1, quantité». */
  readonly label: string
  readonly sentence: string
}

export interface Explanation {
  readonly title: string
  /** What happened, and why. */
  readonly sentence: string
  /** What to do now. */
  readonly remedy: string
  readonly fields: readonly ExplainedField[]
}

const TEXTS = { fr: PROBLEM_TEXTS_FR, en: PROBLEM_TEXTS_EN } as const
const UNKNOWN_FIELD = {
  fr: 'Cette valeur n’est pas acceptée.',
  en: 'This value is not accepted.',
} as const

/** A refusal of the server, or its failure, as sentences a person can act on. */
export function explainProblem(problem: Problem, language: Language): Explanation {
  const { code } = problem
  if (!isKnown(code)) return explainFailure(problem, language)
  const text = TEXTS[language][code]
  const say = SAY[language]
  const fields = fieldsOf(problem, language)
  return {
    title: text.title,
    sentence:
      text.happened?.(problem, say) ?? ownSentence(problem, fields, language) ?? text.otherwise,
    remedy: typeof text.remedy === 'string' ? text.remedy : text.remedy(problem, say),
    fields,
  }
}

/** A version of the server may know a code that these screens do not. */
const isKnown = (code: string | undefined): code is DomainErrorCode =>
  DOMAIN_ERROR_CODES.some((known) => known === code)

function fieldsOf({ errors = [] }: Problem, language: Language): readonly ExplainedField[] {
  return errors.map(({ path, message }) => ({
    path,
    label: fieldLabel(path, language),
    sentence: sentenceOf(message, language) ?? UNKNOWN_FIELD[language],
  }))
}

/** The server's own sentence, unless the fields below it say it already. */
function ownSentence(
  { detail, errors = [] }: Problem,
  fields: readonly ExplainedField[],
  language: Language,
): string | undefined {
  if (detail === undefined) return undefined
  const isRepeated = errors.some(
    ({ message }) => detail === message || detail.endsWith(`: ${message}`),
  )
  return isRepeated && fields.length > 0 ? undefined : sentenceOf(detail, language)
}

/** Untranslated English is no answer to somebody who reads French: better the general sentence. */
const sentenceOf = (message: string, language: Language): string | undefined => {
  const said = language === 'fr' ? frenchOf(message) : plainEnglish(message)
  return said === undefined ? undefined : ended(said)
}

const ended = (sentence: string): string => (/[.!?…»]$/.test(sentence) ? sentence : `${sentence}.`)

/** A sentence of the server that is no refusal, such as a finding before a month is closed. */
export const explainMessage = (message: string, language: Language): string =>
  sentenceOf(message, language) ?? message

function explainFailure({ status, requestId }: Problem, language: Language): Explanation {
  const failures = FAILURES[language]
  const { title, sentence, remedy } = status >= 500 ? failures.server : failures.unknown
  return { title, sentence, remedy: remedy(requestId), fields: [] }
}

/** The server was not reached: what is kept, and what happens next. */
export function explainOffline(language: Language): Explanation {
  return { ...FAILURES[language].offline, fields: [] }
}
