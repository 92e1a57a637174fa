/** Widths of bars and spaces of the values 0 to 105, bar first (ISO/IEC 15417 table 1). */
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 ' +
  '122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 ' +
  '322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 ' +
  '112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 ' +
  '331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 ' +
  '112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 ' +
  '124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 ' +
  '411311 113141 114131 311141 411131 211412 211214 211232'
).split(' ')
const STOP = '2331112'
const TO_C = 99
const TO_B = 100
const START_B = 104
const START_C = 105
const CHECK_MODULUS = 103

type CodeSet = 'B' | 'C'

interface Plan {
  readonly values: readonly number[]
  readonly set: CodeSet
}

const shorter = (a: Plan | undefined, b: Plan | undefined): Plan | undefined =>
  a === undefined || (b !== undefined && b.values.length < a.values.length) ? b : a

const extended = (plan: Plan | undefined, set: CodeSet, value: number): Plan | undefined => {
  if (plan === undefined) return undefined
  if (plan.set === set) return { set, values: [...plan.values, value] }
  return { set, values: [...plan.values, set === 'C' ? TO_C : TO_B, value] }
}

/** The fewest values, from the shortest way to each place in the text in each code set. */
function valuesOf(text: string): readonly number[] {
  const inB: (Plan | undefined)[] = [{ set: 'B', values: [START_B] }]
  const inC: (Plan | undefined)[] = [{ set: 'C', values: [START_C] }]
  for (let end = 1; end <= text.length; end++) {
    const value = text.charCodeAt(end - 1) - 32
    if (value < 0 || value > 94)
      throw new RangeError('A Code 128 here carries printable ASCII only')
    // Starting in the other set costs one value less than switching to it.
    const fromC = end === 1 ? undefined : extended(inC[end - 1], 'B', value)
    inB[end] = shorter(extended(inB[end - 1], 'B', value), fromC)
    const pair = text.slice(end - 2, end)
    if (end < 2 || !/^\d\d$/.test(pair)) continue
    const fromB = end === 2 ? undefined : extended(inB[end - 2], 'C', Number(pair))
    inC[end] = shorter(extended(inC[end - 2], 'C', Number(pair)), fromB)
  }
  return shorter(inC[text.length], inB[text.length])?.values ?? []
}

/**
 * Widths in modules of the bars and spaces of a Code 128, bar first, without the quiet zones.
 * @throws RangeError for a character outside printable ASCII
 */
export function encodeCode128(text: string): number[] {
  const values = valuesOf(text)
  const sum = values.reduce((total, value, index) => total + value * Math.max(1, index), 0)
  const patterns = [...values, sum % CHECK_MODULUS].map((value) => PATTERNS[value] ?? '')
  return [...`${patterns.join('')}${STOP}`].map(Number)
}
