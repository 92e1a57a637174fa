/** Repeatable chance: the same seed always gives the same story. */
export interface Chance {
  /** An integer from `min` to `max`, both included. */
  between(min: number, max: number): number
  oneIn(n: number): boolean
  pick<Item>(items: readonly Item[]): Item
  sample<Item>(items: readonly Item[], count: number): Item[]
}

/** mulberry32, a public-domain generator of 32-bit numbers (Tommy Ettinger, 2017). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const between = (min: number, max: number) => min + (next() % (max - min + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }
  return {
    between,
    pick,
    oneIn: (n) => between(1, n) === 1,
    sample: (items, count) => {
      const left = [...items]
      const taken: typeof left = []
      while (taken.length < count && left.length > 0) {
        taken.push(...left.splice(between(0, left.length - 1), 1))
      }
      return taken
    },
  }
}
