/** Shorter words have too many neighbours one letter away to guess among them. */
const MIN_LENGTH = 4
const TWO_TYPOS_FROM = 6
/** Letter pairs that one typo can spoil: a swap of two letters touches three. */
const PAIRS_PER_TYPO = 3
const MAX_SUGGESTIONS = 12

/** Suggests the known words that a mistyped beginning may mean. */
export interface Speller {
  /** Indexes into the key list, nearest first; all at the same, smallest distance. */
  suggest(word: string): readonly number[]
}

/**
 * Indexes the letter pairs of the alphabetic keys. Pairs rather than triples: a swap in a six-letter
 * word leaves two common pairs but often no common triple.
 */
export function buildSpeller(keys: readonly string[], weightOf: (key: number) => number): Speller {
  const keysByPair = new Map<string, number[]>()
  keys.forEach((key, index) => {
    if (key.length < MIN_LENGTH || !/^[a-z]+$/.test(key)) return
    for (const pair of new Set(pairsOf(key))) {
      const known = keysByPair.get(pair)
      if (known === undefined) keysByPair.set(pair, [index])
      else known.push(index)
    }
  })
  const common = new Uint8Array(keys.length)

  function sharing(word: string, least: number): number[] {
    const touched: number[] = []
    for (const pair of pairsOf(word)) {
      for (const key of keysByPair.get(pair) ?? []) {
        if (common[key] === 0) touched.push(key)
        common[key] = (common[key] ?? 0) + 1
      }
    }
    const enough = touched.filter((key) => (common[key] ?? 0) >= least)
    for (const key of touched) common[key] = 0
    return enough
  }

  function within(word: string, typos: number): number[] {
    const least = Math.max(1, word.length - PAIRS_PER_TYPO * typos)
    return sharing(word, least)
      .filter((key) => prefixDistance(word, keys[key] ?? '', typos) <= typos)
      .sort((a, b) => weightOf(b) - weightOf(a) || a - b)
      .slice(0, MAX_SUGGESTIONS)
  }

  return {
    suggest(word) {
      if (word.length < MIN_LENGTH || !/^[a-z]+$/.test(word)) return []
      const near = within(word, 1)
      return near.length > 0 || word.length < TWO_TYPOS_FROM ? near : within(word, 2)
    },
  }
}

function pairsOf(word: string): string[] {
  const padded = `^${word}`
  const pairs: string[] = []
  for (let i = 0; i + 2 <= padded.length; i++) pairs.push(padded.slice(i, i + 2))
  return pairs
}

/**
 * Typos (wrong, missing, added or swapped letters) between `word` and the nearest beginning of `key`:
 * optimal string alignment. Anything above `limit` is only known to be above it.
 */
export function prefixDistance(word: string, key: string, limit: number): number {
  const width = Math.min(key.length, word.length + limit)
  let before: number[] = []
  let above = Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= word.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= width; column++) {
      const isSame = word[row - 1] === key[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap = word[row - 1] === key[column - 2] && word[row - 2] === key[column - 1]
      if (row > 1 && column > 1 && isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(...above)
}
