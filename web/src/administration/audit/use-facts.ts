import { fieldLabel } from '../../api/problems/field-label.js'
import { useFormats } from '../../texts/formats.js'
import { useLanguage } from '../../texts/language.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { useAuditTexts } from './texts.js'

export interface ReadableFact {
  readonly label: string
  readonly text: string
  /** What is inside, when it is a list or a group of facts. */
  readonly inside: readonly ReadableFact[]
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-\d{2}$/
/** Two decimals and nothing else: money, as the API writes it. */
const AMOUNT = /^-?\d+\.\d{2}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const HASH = /^[0-9a-f]{64}$/
const SHORT = 8
/** Where it came from is read before where it went; the database keeps keys in its own order. */
const FIRST = new Set(['from', 'before', 'number', 'name'])

/** Groups of words a code of a detail may belong to; the first that knows it says it. */
const VOCABULARIES = [
  'orderState',
  'deliveryState',
  'shipmentState',
  'runState',
  'stopState',
  'tubeState',
  'reason',
  'settlement',
  'role',
] as const

/** The details of an entry as labels and words, in the order they were noted. */
export function useFacts(): (details: object) => readonly ReadableFact[] {
  const texts = useAuditTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const language = useLanguage()

  const nameOf = (key: string): string => {
    const word = texts.word('detail', key)
    return word === key ? fieldLabel(key, language) : word
  }
  const said = (value: string): string => {
    if (INSTANT.test(value)) return formats.dateTime(value)
    if (DAY.test(value)) return formats.day(value)
    if (MONTH.test(value)) return formats.month(value)
    if (AMOUNT.test(value)) return formats.euros(value)
    if (UUID.test(value)) return `…${value.slice(-SHORT)}`
    if (HASH.test(value)) return `${value.slice(0, SHORT)}…`
    for (const group of VOCABULARIES) {
      const word = words.word(group, value)
      if (word !== value) return word
    }
    return value
  }
  const plain = (value: unknown): string => {
    if (value === null || value === undefined) return texts('nothing')
    if (typeof value === 'boolean') return texts(value ? 'yes' : 'no')
    if (typeof value === 'number') return formats.number(value)
    return said(String(value))
  }
  const fact = (label: string, value: unknown): ReadableFact => {
    if (Array.isArray(value)) {
      if (value.every((each) => typeof each !== 'object' || each === null)) {
        return { label, text: value.map(plain).join(', ') || texts('nothing'), inside: [] }
      }
      const inside = value.map((each, index) => fact(String(index + 1), each))
      return { label, text: texts('entry.items', { count: value.length }), inside }
    }
    if (typeof value === 'object' && value !== null) {
      const inside = factsOf(value)
      return {
        label,
        text: inside.map((each) => `${each.label}\u00a0: ${each.text}`).join(', '),
        inside,
      }
    }
    return { label, text: plain(value), inside: [] }
  }
  const factsOf = (details: object): readonly ReadableFact[] =>
    Object.entries(details)
      .toSorted(([a], [b]) => Number(FIRST.has(b)) - Number(FIRST.has(a)))
      .map(([key, value]) => fact(nameOf(key), value))
  return factsOf
}
