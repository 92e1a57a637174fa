import type { Language } from '../../texts/language.js'
import type { Words } from './words.js'
import { ENGLISH } from './words-en.js'
import { FRENCH } from './words-fr.js'

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>
const MINUTE_SECONDS = 60

/** Turns what the server writes (codes, days, counts) into what a person reads, in one language. */
export interface Say {
  readonly day: (day: string) => string
  readonly month: (month: string) => string
  readonly instant: (at: string) => string
  readonly number: (count: string | number) => string
  readonly units: (count: string | number) => string
  readonly seconds: (count: string | number) => string
  /** `a, b ou c`; codes separated by commas, or in an array. */
  readonly anyOf: (kind: WordKind, codes: readonly string[]) => string
  readonly word: (kind: WordKind, code: string) => string
  readonly state: (noun: string, state: string) => string
}

export type WordKind = 'noun' | 'action' | 'role' | 'storage' | 'lotStatus' | 'verdict' | 'unmet'

export const SAY: Readonly<Record<Language, Say>> = {
  fr: sayIn('fr', FRENCH),
  en: sayIn('en', ENGLISH),
}

function sayIn(language: Language, words: Words): Say {
  const locale = LOCALES[language]
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const civil = format({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  const monthly = format({ timeZone: 'UTC', month: 'long', year: 'numeric' })
  const at = format({
    ...{ timeZone: 'Europe/Paris', day: 'numeric', month: 'long' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  // French writes « 1er mars », which no formatter of JavaScript does.
  const first = (text: string) => (language === 'fr' ? text.replace(/^1 /, '1er ') : text)
  const number = (count: string | number): string => {
    const value = Number(count)
    return Number.isFinite(value) ? whole.format(value) : String(count)
  }
  const word = (kind: WordKind, code: string): string => lookUp(words[kind], code)
  return {
    number,
    word,
    day: (day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? first(civil.format(noon(day))) : day),
    month: (month) => (/^\d{4}-\d{2}$/.test(month) ? monthly.format(noon(`${month}-15`)) : month),
    instant: (text) => (Number.isNaN(Date.parse(text)) ? text : first(at.format(new Date(text)))),
    units: (count) =>
      `${number(count)} ${isOne(language, Number(count)) ? words.unit.one : words.unit.other}`,
    seconds: (count) => {
      const value = Math.ceil(Number(count))
      return value < MINUTE_SECONDS ? `${value} s` : `${Math.ceil(value / MINUTE_SECONDS)} min`
    },
    anyOf: (kind, codes) =>
      listed(
        codes.map((code) => word(kind, code)),
        words.or,
      ),
    state: (noun, state) => lookUp(words.state[noun] ?? {}, state),
  }
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** French counts zero with one. */
const isOne = (language: Language, count: number): boolean =>
  language === 'fr' ? count < 2 : count === 1

const lookUp = (words: Readonly<Record<string, string>>, code: string): string =>
  words[code] ?? code

function listed(items: readonly string[], or: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${or} ${last}`
}
