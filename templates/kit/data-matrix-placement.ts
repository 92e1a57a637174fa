/** The corner cases of ISO/IEC 16022 annex F: for each bit, most significant first, its row and column. */
type Spots = readonly (readonly [row: number, column: number])[]

const UTAH: Spots = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
]

/** Negative rows and columns count from the far edge. */
const CORNERS = {
  first: spots('-1,0 -1,1 -1,2 0,-2 0,-1 1,-1 2,-1 3,-1'),
  second: spots('-3,0 -2,0 -1,0 0,-4 0,-3 0,-2 0,-1 1,-1'),
  third: spots('-3,0 -2,0 -1,0 0,-2 0,-1 1,-1 2,-1 3,-1'),
  fourth: spots('-1,0 -1,-1 0,-3 0,-2 0,-1 1,-3 1,-2 1,-1'),
} as const

function spots(text: string): Spots {
  return text.split(' ').map((pair) => {
    const [row = 0, column = 0] = pair.split(',').map(Number)
    return [row, column] as const
  })
}

const FREE = -1
const ALWAYS_LIGHT = -2
export const ALWAYS_DARK = -3

/** Fills a square mapping matrix codeword by codeword along its diagonals. */
class Mapping {
  readonly bits: Int16Array
  readonly #side: number
  #codeword = 0

  constructor(side: number) {
    this.#side = side
    this.bits = new Int16Array(side * side).fill(FREE)
  }

  isFree(row: number, column: number): boolean {
    const isInside = row >= 0 && row < this.#side && column >= 0 && column < this.#side
    return isInside && this.bits[row * this.#side + column] === FREE
  }

  /** A shape that leaves the matrix comes back on the other side, shifted (annex F.3). */
  utah(row: number, column: number): void {
    const side = this.#side
    const shift = 4 - ((side + 4) % 8)
    for (const [bit, [down, right]] of UTAH.entries()) {
      let [y, x] = [row + down, column + right]
      if (y < 0) [y, x] = [y + side, x + shift]
      if (x < 0) [y, x] = [y + shift, x + side]
      this.#set(y, x, bit)
    }
    this.#codeword++
  }

  corner(shape: Spots): void {
    const side = this.#side
    for (const [bit, [row, column]] of shape.entries()) {
      this.#set(row < 0 ? row + side : row, column < 0 ? column + side : column, bit)
    }
    this.#codeword++
  }

  /** Some sizes leave four modules without a codeword: a fixed two by two check. */
  closeLastCorner(): void {
    const last = this.#side - 1
    if (!this.isFree(last, last)) return
    for (const [row, column, value] of [
      [last, last, ALWAYS_DARK],
      [last - 1, last - 1, ALWAYS_DARK],
      [last - 1, last, ALWAYS_LIGHT],
      [last, last - 1, ALWAYS_LIGHT],
    ] as const) {
      this.bits[row * this.#side + column] = value
    }
  }

  #set(row: number, column: number, bit: number): void {
    this.bits[row * this.#side + column] = this.#codeword * 8 + bit
  }
}

function cornerAt(row: number, column: number, side: number): Spots | undefined {
  if (row === side && column === 0) return CORNERS.first
  if (row === side - 2 && column === 0 && side % 4 !== 0) {
    return side % 8 === 4 ? CORNERS.third : CORNERS.second
  }
  return row === side + 4 && column === 2 && side % 8 === 0 ? CORNERS.fourth : undefined
}

/**
 * Which bit each module of a square mapping matrix shows: `codeword * 8 + bit`, bit 0 the most
 * significant, or `ALWAYS_DARK`; another negative value stays light. Source: ISO/IEC 16022 annex F.
 */
export function placementOf(side: number): Int16Array {
  const mapping = new Mapping(side)
  let [row, column] = [4, 0]
  while (row < side || column < side) {
    const corner = cornerAt(row, column, side)
    if (corner) mapping.corner(corner)
    for (; row >= 0 && column < side; row -= 2, column += 2) {
      if (mapping.isFree(row, column)) mapping.utah(row, column)
    }
    row += 1
    column += 3
    for (; row < side && column >= 0; row += 2, column -= 2) {
      if (mapping.isFree(row, column)) mapping.utah(row, column)
    }
    row += 3
    column += 1
  }
  mapping.closeLastCorner()
  return mapping.bits
}
