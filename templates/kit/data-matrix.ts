import { ALWAYS_DARK, placementOf } from './data-matrix-placement.js'

/** A square symbol, finder included: row by row, 1 is dark. */
export interface Matrix {
  readonly side: number
  readonly modules: Uint8Array
}

interface Size {
  readonly side: number
  /** Data regions across, each with a finder of its own. */
  readonly regions: number
  readonly dataCodewords: number
  readonly checkCodewords: number
}

const size = (
  side: number,
  regions: number,
  dataCodewords: number,
  checkCodewords: number,
): Size => ({ side, regions, dataCodewords, checkCodewords })

/** The square symbols made of one Reed–Solomon block (ISO/IEC 16022 table 7). */
const SIZES: readonly Size[] = [
  size(10, 1, 3, 5),
  size(12, 1, 5, 7),
  size(14, 1, 8, 10),
  size(16, 1, 12, 12),
  size(18, 1, 18, 14),
  size(20, 1, 22, 18),
  size(22, 1, 30, 20),
  size(24, 1, 36, 24),
  size(26, 1, 44, 28),
  size(32, 2, 62, 36),
  size(36, 2, 86, 42),
  size(40, 2, 114, 48),
  size(44, 2, 144, 56),
  size(48, 2, 174, 68),
]

const FNC1 = 232
const PAD = 129
const DIGIT_PAIR = 130

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** ASCII encodation: two digits in one codeword, any other character in one (§5.2.3). */
function codewordsOf(text: string, isGs1: boolean): number[] {
  const codewords = isGs1 ? [FNC1] : []
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const next = text.charCodeAt(index + 1)
    if (code > 127) throw new RangeError('A DataMatrix of this program carries ASCII only')
    if (isDigit(code) && isDigit(next)) {
      codewords.push(DIGIT_PAIR + (code - 48) * 10 + (next - 48))
      index++
    } else {
      codewords.push(code + 1)
    }
  }
  return codewords
}

/** After the first, pads are scrambled by their position, so that they draw no pattern (annex B.1). */
function padded(codewords: readonly number[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  all.set(codewords)
  for (let index = codewords.length; index < length; index++) {
    const scrambled = PAD + ((149 * (index + 1)) % 253) + 1
    const wrapped = scrambled > 254 ? scrambled - 254 : scrambled
    all[index] = index === codewords.length ? PAD : wrapped
  }
  return all
}

/** Powers of two in GF(256) modulo x⁸+x⁵+x³+x²+1 (annex E), twice over so that sums need no modulo. */
const POWERS = new Uint8Array(510)
const LOGARITHMS = new Uint8Array(256)
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  POWERS[exponent] = value
  POWERS[exponent + 255] = value
  LOGARITHMS[value] = exponent
  value = value < 128 ? value * 2 : (value * 2) ^ 0x12d
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0

const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : at(POWERS, at(LOGARITHMS, a) + at(LOGARITHMS, b))

/** Coefficients of ∏ (x − 2ⁱ), i = 1…degree, highest power left out: it is always one. */
function generatorOf(degree: number): Uint8Array {
  const coefficients = new Uint8Array(degree + 1)
  coefficients[0] = 1
  for (let root = 1; root <= degree; root++) {
    for (let power = root; power > 0; power--) {
      const carried = times(at(coefficients, power - 1), at(POWERS, root))
      coefficients[power] = at(coefficients, power) ^ carried
    }
  }
  return coefficients.subarray(1)
}

/** The remainder of the data, as a polynomial, by the generator. */
function checkCodewordsOf(data: Uint8Array, generator: Uint8Array): Uint8Array {
  const check = new Uint8Array(generator.length)
  for (const codeword of data) {
    const factor = codeword ^ at(check, 0)
    check.copyWithin(0, 1)
    check[check.length - 1] = 0
    for (let index = 0; index < check.length; index++) {
      check[index] = at(check, index) ^ times(at(generator, index), factor)
    }
  }
  return check
}

interface Plan extends Size {
  readonly generator: Uint8Array
  readonly placement: Int16Array
}

const plans = new Map<number, Plan>()

/** Only a few sizes ever occur: what depends on the size alone is made once. */
function planFor(length: number): Plan {
  const fitting = SIZES.find(({ dataCodewords }) => dataCodewords >= length)
  if (!fitting) throw new RangeError('The text is too long for a 48 × 48 DataMatrix')
  const known = plans.get(fitting.side)
  if (known) return known
  const plan = {
    ...fitting,
    generator: generatorOf(fitting.checkCodewords),
    placement: placementOf(fitting.side - 2 * fitting.regions),
  }
  plans.set(fitting.side, plan)
  return plan
}

/** Finder: solid left and bottom edges, dashed top and right ones, around each region. */
function withFinders({ side, regions }: Size): Uint8Array {
  const modules = new Uint8Array(side * side)
  const region = side / regions
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [y, x] = [row % region, column % region]
      const isSolid = x === 0 || y === region - 1
      const isDash = (y === 0 && x % 2 === 0) || (x === region - 1 && y % 2 === 1)
      if (isSolid || isDash) modules[row * side + column] = 1
    }
  }
  return modules
}

function draw(plan: Plan, codewords: Uint8Array): Matrix {
  const { side, regions, placement } = plan
  const modules = withFinders(plan)
  const inner = side / regions - 2
  const mapped = side - 2 * regions
  for (let row = 0; row < mapped; row++) {
    const top = (row + 1 + 2 * Math.floor(row / inner)) * side
    for (let column = 0; column < mapped; column++) {
      const bit = placement[row * mapped + column] ?? 0
      const isDark =
        bit < 0 ? bit === ALWAYS_DARK : (at(codewords, bit >> 3) >> (7 - (bit & 7))) & 1
      if (isDark) modules[top + column + 1 + 2 * Math.floor(column / inner)] = 1
    }
  }
  return { side, modules }
}

/**
 * The smallest square DataMatrix (ECC 200) of an ASCII text; `isGs1` puts FNC1 first, which tells
 * a scanner that application identifiers follow. Source: ISO/IEC 16022.
 * @throws RangeError for a character beyond ASCII, or more than 174 codewords
 */
export function encodeDataMatrix(text: string, { isGs1 }: { isGs1: boolean }): Matrix {
  const codewords = codewordsOf(text, isGs1)
  const plan = planFor(codewords.length)
  const data = padded(codewords, plan.dataCodewords)
  const all = new Uint8Array(data.length + plan.checkCodewords)
  all.set(data)
  all.set(checkCodewordsOf(data, plan.generator), data.length)
  return draw(plan, all)
}
