import { fieldLabel } from './field-label.js'
import { MESSAGES } from './messages/index.js'
import { SAY } from './say.js'
import { frenchOfZod } from './zod-messages.js'

const HOLE = '{}'
/** The noun of this one may be of two words, and what follows it never is. */
const WIDE_FIRST = '{} {} does not exist'

interface Pattern {
  readonly shape: RegExp
  readonly french: string
  /** The letters it insists on: the most telling pattern is tried first. */
  readonly letters: number
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patternOf = ([english, french]: readonly [string, string]): Pattern => {
  const parts = english.split(HOLE).map(escaped)
  const hole = english === WIDE_FIRST ? '(.+)' : '(.+?)'
  return {
    shape: new RegExp(`^${parts.join(hole)}$`, 's'),
    french,
    letters: english.replaceAll(HOLE, '').length,
  }
}

const PATTERNS: readonly Pattern[] = Object.entries(MESSAGES)
  .filter(([english]) => english.includes(HOLE))
  .map(patternOf)
  .sort((a, b) => b.letters - a.letters)

/** Below this a pattern is only glue, such as `{}: {}`: it holds when what it joins is understood. */
const LETTERS_OF_GLUE = 4

/** The French of what the server says in English; undefined when it says something nobody translated. */
export function frenchOf(message: string): string | undefined {
  const known = MESSAGES[message] ?? frenchOfZod(message)
  if (known !== undefined) return known
  for (const { shape, french, letters } of PATTERNS) {
    const [, ...values] = shape.exec(message) ?? []
    const last = values.at(-1)
    if (last === undefined) continue
    if (letters >= LETTERS_OF_GLUE || frenchOf(last) !== undefined) return filled(french, values)
  }
  return undefined
}

/** Fills `{0:day}` with the first value, said as a day; `:cap` begins with a capital. */
const filled = (french: string, values: readonly string[]): string =>
  french.replace(
    /\{(\d)(?::(\w+))?(:cap)?\}/g,
    (_, at: string, kind: string | undefined, cap: string | undefined) => {
      const text = saidAs(kind, values[Number(at)] ?? '', values)
      return cap === undefined ? text : capital(text)
    },
  )

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const say = SAY.fr
const codesOf = (text: string): string[] => text.split(/,\s*/)

const KINDS: Readonly<Record<string, (text: string, all: readonly string[]) => string>> = {
  day: say.day,
  month: say.month,
  number: say.number,
  units: say.units,
  seconds: say.seconds,
  field: (path) => fieldLabel(path, 'fr'),
  message: (text) => frenchOf(text) ?? text,
  noun: (code) => say.word('noun', code),
  action: (code) => say.word('action', code),
  role: (code) => say.word('role', code),
  storage: (code) => say.word('storage', code),
  lotStatus: (code) => say.word('lotStatus', code),
  actions: (codes) => say.anyOf('action', codesOf(codes)),
  roles: (codes) => say.anyOf('role', codesOf(codes)),
  verdicts: (codes) => say.anyOf('verdict', codesOf(codes)),
  parts: (names) =>
    codesOf(names)
      .map((name) => frenchOf(name) ?? name)
      .join(', '),
  orderState: (code) => say.state('order', code),
  runState: (code) => say.state('run', code),
  state: (code, [, noun = '']) => say.state(noun, code),
}

const saidAs = (kind: string | undefined, text: string, all: readonly string[]): string =>
  kind === undefined ? text : (KINDS[kind]?.(text, all) ?? text)

/** The ways of saying a value that the catalogue may ask for. */
export const KNOWN_KINDS: readonly string[] = Object.keys(KINDS)
