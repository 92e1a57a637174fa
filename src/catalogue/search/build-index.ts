import { setImmediate } from 'node:timers/promises'
import { codeTyped, fold, queryWords, words } from './fold.js'
import { isEmpty, Matcher, prefixTerm, type Term } from './matcher.js'
import { buildSpeller } from './typo.js'
import { buildVocabulary, lowerBound } from './vocabulary.js'

/** One product with everything people type to find it. */
export interface SearchEntry {
  readonly id: string
  readonly denomination: string
  /** Active substances and moieties. */
  readonly inn: readonly string[]
  readonly atc: string | null
  /** CIS, CIP13, CIP7, UCD13 of the product and its packs: digits. */
  readonly codes: readonly string[]
  readonly isMarketed: boolean
}

export interface SearchHit {
  readonly id: string
  /** The code that begins with the digits typed; null when words matched. */
  readonly matchedCode: string | null
}

export interface SearchOptions {
  readonly limit?: number
  /** Which products count, by id: all of them unless given. */
  readonly accepts?: (id: string) => boolean
}

export interface SearchIndex {
  readonly size: number
  /** Best first: start of the denomination, then other words, marketed before not; at most `limit`. */
  search(query: string, options?: SearchOptions): readonly SearchHit[]
}

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 50
/** One to three letters match thousands of products: their best are ranked once, at build time. */
const BROAD_LETTERS = 3
/** Products, or prefixes, handled before others get their turn: a few milliseconds. */
const STEP = 100
/** Nobody types more to find a product; a pasted page must not hold the process. */
const MAX_QUERY_LENGTH = 120

/** Builds the in-memory index; it is rebuilt, never changed, when the catalogue changes. */
export function buildSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const building = stepwise(entries)
  for (;;) {
    const step = building.next()
    if (step.done === true) return step.value
  }
}

/** The same index in more time: between two steps, this process answers whoever else waits. */
export async function buildSearchIndexGently(
  entries: readonly SearchEntry[],
): Promise<SearchIndex> {
  const building = stepwise(entries)
  for (;;) {
    const step = building.next()
    if (step.done === true) return step.value
    await setImmediate()
  }
}

type Stepwise<T> = Generator<undefined, T>

function* stepwise(entries: readonly SearchEntry[]): Stepwise<SearchIndex> {
  const ranked = rank(entries)
  yield
  const byCode = buildCodes(ranked)
  yield
  const byWords = yield* buildWords(ranked)
  return {
    size: ranked.length,
    search(query, { limit = DEFAULT_LIMIT, accepts } = {}) {
      const wish = { limit: Math.min(Math.max(Math.trunc(limit), 0), MAX_LIMIT), accepts }
      const typed = query.slice(0, MAX_QUERY_LENGTH)
      const code = codeTyped(typed)
      const hits = code === null ? [] : byCode(code, wish)
      return hits.length > 0 ? hits : byWords(typed, wish)
    },
  }
}

interface Wish {
  readonly limit: number
  readonly accepts: ((id: string) => boolean) | undefined
}

type Lookup = (query: string, wish: Wish) => readonly SearchHit[]

function* buildWords(ranked: readonly SearchEntry[]): Stepwise<Lookup> {
  const { documentWords, heads } = yield* wordsOfAll(ranked)
  const vocabulary = buildVocabulary(documentWords, heads)
  yield
  const { keys, starts } = vocabulary
  const matcher = new Matcher(vocabulary, ranked.length)
  const speller = buildSpeller(keys, (key) => (starts[key + 1] ?? 0) - (starts[key] ?? 0))
  yield
  const prefixOf = (word: string) => prefixTerm(vocabulary, word)
  const correct = (word: string): Term => ({ kind: 'corrected', keys: speller.suggest(word) })
  const broad = new Map<string, readonly number[]>()
  for (const prefix of broadPrefixes(keys)) {
    broad.set(prefix, matcher.match([prefixOf(prefix)], MAX_LIMIT))
    if (broad.size % STEP === 0) yield
  }

  function documents(query: string, { limit, accepts }: Wish): readonly number[] {
    const typed = queryWords(query)
    const known = typed.length === 1 ? broad.get(typed[0] ?? '') : undefined
    if (known !== undefined && accepts === undefined) return known.slice(0, limit)
    const counts = accepts && ((document: number) => accepts(ranked[document]?.id ?? ''))
    for (const terms of plans(typed, prefixOf, correct)) {
      const found = matcher.match(terms, limit, counts)
      if (found.length > 0) return found
    }
    return []
  }

  return (query, wish) =>
    documents(query, wish).flatMap((document) => {
      const entry = ranked[document]
      return entry === undefined ? [] : [{ id: entry.id, matchedCode: null }]
    })
}

/** From the strictest reading of the query to the most lenient; a plan without terms is left out. */
function* plans(
  typed: readonly string[],
  prefixOf: (word: string) => Term,
  correct: (word: string) => Term,
): Generator<readonly Term[]> {
  const asTyped = typed.map((word) => {
    const term = prefixOf(word)
    return isEmpty(term) ? correct(word) : term
  })
  const understood = asTyped.filter((term) => !isEmpty(term))
  if (understood.length > 0) yield understood
  // Each word exists but no product has them all: one may be a typo that happens to be another word.
  const corrected = typed.map((word) => {
    const term = correct(word)
    return isEmpty(term) ? prefixOf(word) : term
  })
  const plausible = corrected.filter((term) => !isEmpty(term))
  if (plausible.length > 0) yield plausible
  for (let kept = understood.length - 1; kept > 0; kept--) yield understood.slice(0, kept)
}

/** Document numbers follow this order, so that a lower number is a better product at equal score. */
function rank(entries: readonly SearchEntry[]): readonly SearchEntry[] {
  return entries
    .map((entry) => ({ entry, name: fold(entry.denomination) }))
    .sort(
      (a, b) =>
        Number(b.entry.isMarketed) - Number(a.entry.isMarketed) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
    .map(({ entry }) => entry)
}

function* wordsOfAll(
  ranked: readonly SearchEntry[],
): Stepwise<{ documentWords: string[][]; heads: (string | undefined)[] }> {
  const documentWords: string[][] = []
  const heads: (string | undefined)[] = []
  for (const entry of ranked) {
    documentWords.push(wordsOf(entry))
    heads.push(words(entry.denomination)[0])
    if (heads.length % STEP === 0) yield
  }
  return { documentWords, heads }
}

const wordsOf = ({ denomination, inn, atc }: SearchEntry): string[] => [
  ...words(denomination, true),
  ...inn.flatMap((name) => words(name)),
  ...(atc === null ? [] : [atc.toLowerCase()]),
]

function broadPrefixes(keys: readonly string[]): Set<string> {
  const prefixes = new Set<string>()
  for (const key of keys) {
    for (let length = 1; length <= BROAD_LETTERS && length <= key.length; length++) {
      prefixes.add(key.slice(0, length))
    }
  }
  return prefixes
}

/** Looks digits up among all codes, in code order; a product is listed once. */
function buildCodes(ranked: readonly SearchEntry[]): Lookup {
  const pairs = ranked
    .flatMap(({ id, codes }) => [...new Set(codes)].map((code) => ({ id, matchedCode: code })))
    .sort((a, b) => (a.matchedCode < b.matchedCode ? -1 : a.matchedCode > b.matchedCode ? 1 : 0))
  const sorted = pairs.map(({ matchedCode }) => matchedCode)
  return (digits, { limit, accepts = () => true }) => {
    const hits = new Map<string, SearchHit>()
    for (let i = lowerBound(sorted, digits); i < pairs.length && hits.size < limit; i++) {
      const pair = pairs[i]
      if (pair === undefined || !pair.matchedCode.startsWith(digits)) break
      if (!hits.has(pair.id) && accepts(pair.id)) hits.set(pair.id, pair)
    }
    return [...hits.values()]
  }
}
