import { code128Width, drawCode128 } from './barcode.js'
import { wrap } from './fonts.js'
import type { Ink, TextStyle } from './ink.js'
import { LEADING, mm } from './type.js'

/** Thermal printers lose the outer millimetres. */
export const LABEL_MARGIN = mm(5)

/** The largest size, in points, at which the text takes no more than `linesMax` lines. */
export function fittedSize(
  text: string,
  fit: { width: number; linesMax: number; from: number; to: number; face: 'regular' | 'bold' },
): number {
  for (let points = fit.from; points > fit.to; points -= 0.5) {
    if (wrap(text, fit.face, { points, width: fit.width }).length <= fit.linesMax) return points
  }
  return fit.to
}

/** Lines of text from `top`; returns where they end. */
export function lines(
  ink: Ink,
  text: string,
  at: { x: number; top: number; width: number; style: TextStyle },
): number {
  const { points, face = 'regular' } = at.style
  let top = at.top
  for (const line of wrap(text, face, { points, width: at.width })) {
    ink.text(line, at.x, top + points * 0.96, at.style)
    top += points * LEADING
  }
  return top
}

/** A Code 128 centred in the label, its text under it; returns where they end. */
export function centredBarcode(
  ink: Ink,
  code: string,
  at: { left: number; width: number; top: number; height: number },
): number {
  // Half a millimetre a bar where it fits, one third at worst: readable at arm's length.
  const module = Math.min(mm(0.5), at.width / (code128Width(code, 1) + 20))
  const width = code128Width(code, module)
  drawCode128(ink, code, {
    right: at.left + (at.width + width) / 2,
    y: at.top,
    height: at.height,
    module,
  })
  const middle = at.left + at.width / 2
  ink.text(code, middle, at.top + at.height + 11, { points: 11, face: 'bold', align: 'center' })
  return at.top + at.height + 15
}
