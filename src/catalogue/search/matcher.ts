import { Top } from './top.js'
import { prefixRun, type Vocabulary } from './vocabulary.js'

/** What one word of the query stands for: a run of keys, or a few corrected keys. */
export type Term =
  | { readonly kind: 'prefix'; readonly word: string; readonly from: number; readonly to: number }
  | { readonly kind: 'corrected'; readonly keys: readonly number[] }

/** The start of the denomination outweighs any other place; a whole word outweighs a beginning. */
const GAIN = {
  headExact: 9,
  headPrefix: 7,
  exact: 3,
  prefix: 1,
  headCorrected: 5,
  corrected: 1,
} as const

export const prefixTerm = (vocabulary: Vocabulary, word: string): Term => ({
  kind: 'prefix',
  word,
  ...prefixRun(vocabulary.keys, word),
})

export const isEmpty = (term: Term): boolean =>
  term.kind === 'prefix' ? term.from === term.to : term.keys.length === 0

/** Finds the documents that hold every term. Reuses its arrays: one search at a time. */
export class Matcher {
  private readonly vocabulary: Vocabulary
  /** `mark[d] === base + n` once document `d` holds the first `n` terms: nothing to clear between queries. */
  private readonly mark: Uint32Array
  private readonly total: Uint16Array
  private readonly best: Uint8Array
  private readonly found: Uint32Array
  private foundCount = 0
  private base = 0
  /** Above every mark ever written, so that no query sees another's. */
  private nextMark = 1

  constructor(vocabulary: Vocabulary, documentCount: number) {
    this.vocabulary = vocabulary
    this.mark = new Uint32Array(documentCount)
    this.total = new Uint16Array(documentCount)
    this.best = new Uint8Array(documentCount)
    this.found = new Uint32Array(documentCount)
  }

  /** The best `limit` documents that hold all `terms`, among those that count. */
  match(
    terms: readonly Term[],
    limit: number,
    counts: (document: number) => boolean = () => true,
  ): readonly number[] {
    this.nextBase(terms.length)
    terms.forEach((term, index) => {
      this.foundCount = 0
      this.visitTerm(term, index)
    })
    const top = new Top(limit)
    for (let i = 0; i < this.foundCount; i++) {
      const document = this.found[i] ?? 0
      if (counts(document)) top.offer(document, this.total[document] ?? 0)
    }
    return top.result
  }

  private nextBase(terms: number): void {
    if (this.nextMark > 0xffff_0000) {
      this.mark.fill(0)
      this.nextMark = 1
    }
    this.base = this.nextMark
    this.nextMark += terms + 1
  }

  private visitTerm(term: Term, index: number): void {
    if (term.kind === 'corrected') {
      for (const key of term.keys) {
        this.visitKey(key, index, GAIN.headCorrected, GAIN.corrected)
      }
      return
    }
    for (let key = term.from; key < term.to; key++) {
      if (isWhole(this.vocabulary.keys[key] ?? '', term.word)) {
        this.visitKey(key, index, GAIN.headExact, GAIN.exact)
      } else this.visitKey(key, index, GAIN.headPrefix, GAIN.prefix)
    }
  }

  private visitKey(key: number, index: number, headGain: number, gain: number): void {
    const { starts, documents, headStarts, headDocuments } = this.vocabulary
    const headEnd = headStarts[key + 1] ?? 0
    for (let i = headStarts[key] ?? 0; i < headEnd; i++) {
      this.visit(headDocuments[i] ?? 0, index, headGain)
    }
    const end = starts[key + 1] ?? 0
    for (let i = starts[key] ?? 0; i < end; i++) this.visit(documents[i] ?? 0, index, gain)
  }

  private visit(document: number, index: number, gain: number): void {
    const { mark, total, best } = this
    const reached = this.base + index
    const seen = mark[document] ?? 0
    if (seen === reached + 1) {
      const known = best[document] ?? 0
      if (gain <= known) return
      total[document] = (total[document] ?? 0) + gain - known
    } else {
      if (index > 0 && seen !== reached) return
      mark[document] = reached + 1
      total[document] = (index === 0 ? 0 : (total[document] ?? 0)) + gain
      this.found[this.foundCount++] = document
    }
    best[document] = gain
  }
}

/** « 1000 » is the whole of `1000mg`, not of `10000ui`. */
function isWhole(key: string, word: string): boolean {
  if (key.length === word.length) return true
  return /\d$/.test(word) && !/[\d.]/.test(key[word.length] ?? '')
}
