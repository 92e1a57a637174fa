/** Counted one by one inside a pack: each is a dispensing unit. */
const ITEM =
  'comprime|gelule|capsule|suppositoire|ovule|pastille|gomme|lyophilisat|dispositif|emplatre|compresse|pansement|patch|anneau|implant|insert|eponge|film'
/** Holds items; its own number multiplies them. */
const WRAPPER =
  'plaquette|film|flacon|tube|pilulier|sachet|enveloppe|bande|pot|distributeur|etui|recipient'
/** Is itself the dispensing unit when it holds a volume, a mass or doses. */
const VESSEL =
  'flacon|ampoule|seringue|poche|cartouche|stylo|tube|sachet|pot|inhalateur|recipient|bouteille|compresse|emplatre|implant|anneau'
/** A gas cylinder is rented, an evaporator or a generator is equipment: none is dispensed by unit. */
const NEVER =
  /cryogenique|evaporateur|generateur|kit\b|granule|globule|conditionnement|emballage|coffret/
/** More than the largest hospital pack: two numbers were multiplied that should not be. */
const MAX_UNITS = 1000

const plural = (words: string) => `(?:${words})s?(?:-doses?)?(?![\\p{L}-])`
const ITEMS = new RegExp(`(?:^| de )(\\d+) ${plural(ITEM)}`, 'gu')
const ITEM_WORD = new RegExp(`(?<![\\p{L}])${plural(ITEM)}`, 'u')
const PACKED = new RegExp(
  `^(?:(\\d+) )?(${WRAPPER})s?(?:-doses?)?(?![\\p{L}-])(.*) de (\\d+) ${plural(ITEM)}`,
  'u',
)
const COUNTED = new RegExp(`^(\\d+) (?:auto-)?${plural(VESSEL)}(.*)$`, 'u')
const INNER_VESSEL = new RegExp(
  `\\d+ ${plural(`${VESSEL}|${WRAPPER}|boite|barrette|unidose`)}`,
  'u',
)

/**
 * Dispensing units in one pack, read from the French label: `3 plaquette(s) de 10 comprimé(s)` → 30,
 * `5 ampoule(s) en verre de 2 ml` → 5, powder and solvent in equal numbers → that number. Null as
 * soon as a number in the label is not explained: a wrong factor would falsify every stock count.
 */
export function unitsPerPack(label: string): number | null {
  const text = simplify(label)
  if (text === null || NEVER.test(text)) return null
  const units =
    ITEM_WORD.test(withoutAccessories(text)) || ITEMS_IN(text) ? packed(text) : counted(text)
  return units !== null && units > 0 && units <= MAX_UNITS ? units : null
}

const ITEMS_IN = (text: string): boolean => [...text.matchAll(ITEMS)].length > 0

/** Lower case, no accents, no plural marks, no remarks in brackets; null when a bracket multiplies. */
function simplify(label: string): string | null {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\((s|x|aux|e)\)/g, (_, mark: string) => (mark === 'e' ? '' : 's'))
    .replace(/ +s\b/g, 's')
  const brackets = plain.match(/\([^()]*\)/g) ?? []
  if (
    brackets.some((bracket) =>
      /\d\s*[x×*]\s*\d|multiple|\d+ (boite|etui|barrette|sachet|plaquette)/.test(bracket),
    )
  ) {
    return null
  }
  return plain
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[ .]+$/, '')
    .trim()
}

/** What follows « avec », « dans » or « muni » names accessories, whose numbers do not count. */
const withoutAccessories = (text: string): string =>
  text.replace(/ (avec|dans|muni\p{L}*|protege\p{L}*|ferme\p{L}*) .*$/u, '')

function packed(text: string): number | null {
  const match = PACKED.exec(text)
  const items = [...text.matchAll(ITEMS)]
  if (match === null || items.length !== 1) return null
  const [, lead, wrapper, , count] = match
  if (numbersIn(text) !== (lead === undefined ? 1 : 2)) return null
  // « sachet(s) de 1 dispositif » does not say how many sachets; « plaquette(s) de 1 » is one tablet.
  if (lead === undefined && count === '1' && wrapper !== 'plaquette') return null
  return Number(lead ?? 1) * Number(count)
}

function counted(text: string): number | null {
  const parts = text
    .split(/ - ?| \+ /)
    .filter((part) => !part.includes('pour administration'))
    .map((part) => withoutAccessories(` ${part}`).trim())
    .filter((part) => part !== '' && !part.startsWith('avec'))
  const counts = parts.map(vessels)
  const [first] = counts
  if (first === undefined || (parts.length > 1 && !isReconstituted(parts))) return null
  return counts.every((count) => count === first) ? first : null
}

/** Powder and solvent make one unit; two liquids side by side may be two units of two strengths. */
const isReconstituted = ([first = '', ...others]: readonly string[]): boolean =>
  !/\d (ml|l)\b/.test(first) || others.some((part) => part.includes('solvant'))

function vessels(part: string): number | null {
  const [, lead, rest = ''] = COUNTED.exec(part) ?? []
  if (lead === undefined) return null
  // « par plaquette de 5 récipients » groups units already counted.
  const content = rest.replace(
    / (par|en) (plaquette|sachet|barrette)s? de \d+( recipients?| unidoses?)*/,
    '',
  )
  return INNER_VESSEL.test(content) || / x \d|\d x /.test(content) ? null : Number(lead)
}

const numbersIn = (text: string): number => (text.match(/\d+([.,]\d+)?/g) ?? []).length
