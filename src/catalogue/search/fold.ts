/** Units of strength, longest spelling first, with the short form the index uses. */
const UNITS: readonly (readonly [string, string])[] = [
  ['microgrammes', 'mcg'],
  ['microgramme', 'mcg'],
  ['milligrammes', 'mg'],
  ['milligramme', 'mg'],
  ['pour cent', '%'],
  ['grammes', 'g'],
  ['gramme', 'g'],
  ['unites', 'ui'],
  ['mmol', 'mmol'],
  ['mbq', 'mbq'],
  ['gbq', 'gbq'],
  ['mcg', 'mcg'],
  ['µg', 'mcg'],
  ['ug', 'mcg'],
  ['mui', 'mui'],
  ['u.i', 'ui'],
  ['mg', 'mg'],
  ['ml', 'ml'],
  ['ui', 'ui'],
  ['ng', 'ng'],
  ['g', 'g'],
  ['l', 'l'],
  ['%', '%'],
]
const SHORT = new Map(UNITS)
const SPELLINGS = UNITS.map(([spelling]) => spelling.replace('.', '\\.')).join('|')
const STRENGTH = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${SPELLINGS})(?![a-z0-9])\\.?`, 'g')
/** « 10 mg/ml », « 25 microgrammes/heure »: a bare denominator distinguishes nothing when typing. */
const DENOMINATOR = /(?<=[a-z%])\s*\/\s*(?:ml?|l|mg?|g|heures?|h|dose?s?|jours?)?(?![a-z0-9])/g
const MCG_PER = new Map([
  ['g', 1_000_000],
  ['mg', 1_000],
  ['mcg', 1],
])

/** Lower case without accents, ligatures or typographic apostrophes: `Œdème d’Éa` → `oedeme d'ea`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('μ', 'µ')
    .replace(/[’‘ʼ]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

/**
 * The words of a text as the index knows them. A strength is one word (`10mg`, `0.5mg`), thousands are
 * joined, elisions dropped; `1 g` is also `1000mg` when `withEquivalents`, so that either finds it.
 */
export function words(text: string, withEquivalents = false): string[] {
  const equivalents: string[] = []
  const plain = fold(text)
    .replace(
      /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?!\d)/g,
      (_, head: string, tail: string) => head + tail.replaceAll(' ', ''),
    )
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(STRENGTH, (_, amount: string, spelling: string) => {
      const unit = SHORT.get(spelling) ?? spelling
      const value = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount
      if (withEquivalents) equivalents.push(...otherScales(value, unit))
      return ` ${value}${unit} `
    })
    .replace(DENOMINATOR, ' ')
    .replace(/(?<![a-z])[dlnsj]'/g, ' ')
  return [
    ...plain
      .split(/[^a-z0-9.%]+/)
      .map(trimDots)
      .filter(isTelling),
    ...equivalents,
  ]
}

/** French link words: in nearly every denomination, so they only slow the search down. */
const LINK_WORDS = new Set([
  '',
  'a',
  'au',
  'aux',
  'de',
  'des',
  'du',
  'en',
  'et',
  'la',
  'le',
  'les',
  'ou',
  'par',
  'pour',
])
const isTelling = (word: string): boolean => !LINK_WORDS.has(word)

const trimDots = (word: string): string =>
  /\d/.test(word) ? word.replace(/^\.+|\.+$/g, '') : word.replaceAll('.', '')

/** 1 g = 1000 mg and 0.5 mg = 500 µg, as decimal text; scaled in integers of a nanogram. */
function otherScales(value: string, unit: string): string[] {
  const from = MCG_PER.get(unit)
  if (from === undefined) return []
  const nanograms = Math.round(Number(value) * 1000) * from
  return [...MCG_PER]
    .filter(([other]) => other !== unit)
    .map(([other, per]) => [nanograms / (per * 1000), other] as const)
    .filter(([amount]) => amount >= 0.1 && amount <= 10_000)
    .map(([amount, other]) => `${Number(amount.toFixed(3))}${other}`)
}

/**
 * The words of what somebody is still typing: `doliprane 10 m` ends in the prefix `10m`. A query that
 * is only link words is taken as it stands, since « de » may be the start of a name.
 */
export function queryWords(text: string): string[] {
  const folded = fold(text).replace(
    /(\d)\s+(m|u|mi\w*)$/,
    (_, digit: string, start: string) => `${digit}${start.startsWith('mi') ? 'mcg' : start}`,
  )
  const found = words(folded)
  return found.length > 0 ? found : folded.split(/[^a-z0-9]+/).filter((word) => word !== '')
}

/** Digits only, spaces allowed, at least six: a code or its beginning. A GTIN-14 is 0 + CIP13. */
export function codeTyped(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d{6,14}$/.test(digits)) return null
  return digits.startsWith('03400') ? digits.slice(1) : digits
}
