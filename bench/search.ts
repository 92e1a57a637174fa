import type { BdpmCatalogue, BdpmProduct } from '../src/catalogue/bdpm/records.js'
import type { SearchIndex } from '../src/catalogue/search/build-index.js'
import { fold } from '../src/catalogue/search/fold.js'

/** One thing somebody types, and what it means. */
export interface SearchProbe {
  readonly text: string
  readonly wanted: BdpmProduct
  readonly kind: 'clean' | 'typo' | 'code'
}

const SHORTEST = 3
const LONGEST_TYPO_SPOT = 9

/** Mulberry32: the same probes on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * What a pharmacist types, keystroke by keystroke: 10 % codes, 25 % substance and strength, 25 % the
 * denomination, 40 % the substance; a third of the last two with one typo, the others cut anywhere
 * after three characters. Only marketed medicines with a substance are looked for.
 */
export function searchProbes(catalogue: BdpmCatalogue, count: number, seed = 11): SearchProbe[] {
  const random = generator(seed)
  const codeOf = new Map(catalogue.presentations.map(({ cis, cip13 }) => [cis, cip13]))
  const wantable = catalogue.products.filter(
    ({ marketed, inn, cis }) => marketed && inn.length > 0 && codeOf.has(cis),
  )
  const probes: SearchProbe[] = []
  while (probes.length < count) {
    const wanted = wantable[Math.floor(random() * wantable.length)]
    if (wanted === undefined) break
    const draw = random()
    const substance = substanceOf(wanted)
    if (draw < 0.1) {
      probes.push({ text: cut(codeOf.get(wanted.cis) ?? '', random, 10), wanted, kind: 'code' })
    } else if (draw < 0.35) {
      const text = `${substance} ${wanted.strength ?? ''}`.trim()
      probes.push({ text: cut(text, random), wanted, kind: 'clean' })
    } else {
      const full = draw < 0.6 ? fold(wanted.denomination.split(',')[0] ?? '') : substance
      const isTypo = random() < 0.3 && full.length > 5
      const text = isTypo ? mistype(full, random) : cut(full, random)
      probes.push({ text, wanted, kind: isTypo ? 'typo' : 'clean' })
    }
  }
  return probes
}

/** People type « morphine », not « chlorhydrate de morphine (base) ». */
const substanceOf = ({ inn, moieties }: BdpmProduct): string =>
  fold(moieties[0] ?? inn[0] ?? '')
    .replace(/\s*\(.*$/, '')
    .trim()

const cut = (text: string, random: () => number, shortest = SHORTEST): string =>
  text.slice(0, Math.max(shortest, Math.ceil(random() * text.length))).trim()

/** Swaps two letters or drops one among the first ten. */
function mistype(text: string, random: () => number): string {
  const spot = 2 + Math.floor(random() * (Math.min(text.length, LONGEST_TYPO_SPOT) - 3))
  const isSwap = random() < 0.5
  return isSwap
    ? `${text.slice(0, spot)}${text[spot + 1] ?? ''}${text[spot] ?? ''}${text.slice(spot + 2)}`
    : `${text.slice(0, spot)}${text.slice(spot + 1)}`
}

/** A hit: the medicine itself, or another one of the same substance, among the first ten. */
export function hitRates(
  catalogue: BdpmCatalogue,
  index: SearchIndex,
  probes: readonly SearchProbe[],
): (kind: SearchProbe['kind']) => number {
  const byCis = new Map(catalogue.products.map((product) => [product.cis, product]))
  const isHit = ({ text, wanted, kind }: SearchProbe) =>
    index.search(text).some(({ id }) => {
      const found = byCis.get(id)
      if (found === undefined || found.cis === wanted.cis) return found !== undefined
      return kind !== 'code' && substanceOf(found) === substanceOf(wanted)
    })
  return (kind) => {
    const asked = probes.filter((probe) => probe.kind === kind)
    return asked.length === 0 ? 0 : asked.filter(isHit).length / asked.length
  }
}
