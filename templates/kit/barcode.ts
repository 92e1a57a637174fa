import { encodeCode128 } from './code128.js'
import { encodeDataMatrix, type Matrix } from './data-matrix.js'
import type { Ink } from './ink.js'
import { mm } from './type.js'

/** A symbol as one PDF path whose unit is a module: small integers, sharp at any resolution. */
interface Symbol2D {
  readonly path: string
  readonly columns: number
}

const SYMBOLS_KEPT_MAX = 5_000

/** The same lot leaves on many notes: encoding it again would cost more than drawing the page. */
function remembered(encode: (text: string) => Symbol2D): (text: string) => Symbol2D {
  const symbols = new Map<string, Symbol2D>()
  return (text) => {
    const known = symbols.get(text)
    if (known) return known
    if (symbols.size >= SYMBOLS_KEPT_MAX) symbols.clear()
    const symbol = encode(text)
    symbols.set(text, symbol)
    return symbol
  }
}

/** Runs of dark modules, row by row. */
function matrixPath({ side, modules }: Matrix): string {
  let path = ''
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (modules[row * side + column] === 0) continue
      const start = column
      while (column + 1 < side && modules[row * side + column + 1] === 1) column++
      path += `${start} ${row} ${column + 1 - start} 1 re `
    }
  }
  return path.trimEnd()
}

function encodeMatrix(text: string, isGs1: boolean): Symbol2D {
  const matrix = encodeDataMatrix(text, { isGs1 })
  return { path: matrixPath(matrix), columns: matrix.side }
}

function encodeBars(text: string): Symbol2D {
  let path = ''
  let x = 0
  for (const [index, width] of encodeCode128(text).entries()) {
    if (index % 2 === 0) path += `${x} 0 ${width} 1 re `
    x += width
  }
  return { path: path.trimEnd(), columns: x }
}

const matrixOf = remembered((text) => encodeMatrix(text, false))
const gs1MatrixOf = remembered((text) => encodeMatrix(text, true))
const barsOf = remembered(encodeBars)

export interface PackIdentity {
  readonly gtin: string
  readonly lot: string
  /** `YYYY-MM-DD`. */
  readonly expiresOn: string
}

/** `(01)` product, `(17)` expiry, `(10)` lot last, so that no separator is needed (GS1 General Specifications §7.8). */
export const gs1Text = ({ gtin, lot, expiresOn }: PackIdentity): string =>
  `01${gtin}17${expiresOn.slice(2).replaceAll('-', '')}10${lot}`

/** The characters GS1 allows in a lot (table 7.11-1): another one has no faithful symbol. */
const GS1_LOT = /^[!"%-?A-Z_a-z]{1,20}$/
export const fitsGs1 = ({ gtin, lot }: PackIdentity): boolean =>
  /^\d{14}$/.test(gtin) && GS1_LOT.test(lot)

/** Module size in points: four dots of a 300 dpi printer, so no module is rounded. */
export const MODULE = mm((4 / 300) * 25.4)

/** A GS1 DataMatrix, at `MODULE` or the given module size. Returns its side in points. */
export function drawGs1(ink: Ink, pack: PackIdentity, at: { x: number; y: number }): number {
  return drawMatrix(ink, gs1MatrixOf(gs1Text(pack)), { ...at, module: MODULE })
}

/**
 * A plain DataMatrix of an identifier, at most `side` wide.
 * Its left or right edge is given; modules never exceed one millimetre.
 */
export function drawDataMatrix(
  ink: Ink,
  text: string,
  at: { left: number; y: number; side: number } | { right: number; y: number; side: number },
): void {
  const symbol = matrixOf(text)
  const module = Math.min(mm(1), at.side / symbol.columns)
  const x = 'left' in at ? at.left : at.right - module * symbol.columns
  drawMatrix(ink, symbol, { x, y: at.y, module })
}

function drawMatrix(
  ink: Ink,
  { path, columns }: Symbol2D,
  at: { x: number; y: number; module: number },
): number {
  ink.stamp(path, { x: at.x, y: at.y, scaleX: at.module, scaleY: at.module })
  return columns * at.module
}

/** Side in points of the symbol `drawGs1` would draw. */
export const gs1Side = (pack: PackIdentity): number => gs1MatrixOf(gs1Text(pack)).columns * MODULE

/** A Code 128 whose right edge is `right`; `module` in points, 0.25 mm by default. Returns its width. */
export function drawCode128(
  ink: Ink,
  text: string,
  at: { right: number; y: number; height: number; module?: number },
): number {
  const { path, columns } = barsOf(text)
  const module = at.module ?? mm(0.25)
  const width = columns * module
  ink.stamp(path, { x: at.right - width, y: at.y, scaleX: module, scaleY: at.height })
  return width
}

/** Width in points of a Code 128 drawn with `module`. */
export const code128Width = (text: string, module: number): number => barsOf(text).columns * module
