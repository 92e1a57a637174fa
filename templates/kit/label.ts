import { code128Width, drawCode128 } from './barcode.js'
import type { Block, ParagraphStyle } from './block.js'
import { paragraph, stack } from './block.js'
import { widthOf, wrap } from './fonts.js'
import type { Ink, TextStyle } from './ink.js'
import { LEADING, mm } from './type.js'

/** Thermal printers lose the outer millimetres. */
export const LABEL_MARGIN = mm(5)

interface Fit {
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly face: 'regular' | 'bold'
  /** Points, tried from the largest. */
  readonly from: number
  readonly to: number
}

/** One line, as large as fits; below the smallest size the end becomes « … ». For names, never for codes. */
export function oneLine(ink: Ink, text: string, fit: Fit): void {
  let points = fit.from
  while (points > fit.to && widthOf(text, fit.face, points) > fit.width) points -= 0.5
  let shown = text
  while (shown.length > 1 && widthOf(shown, fit.face, points) > fit.width) {
    shown = `${shown.slice(0, -2).trimEnd()}…`
  }
  ink.text(shown, fit.x, fit.baseline, { points, face: fit.face })
}

/** Paragraphs one under the other, all made smaller together until they fit the height. */
export function fittedStack(
  parts: readonly { readonly text: string; readonly style: ParagraphStyle & { points: number } }[],
  room: { width: number; height: number },
): Block {
  const at = (scale: number) =>
    stack(
      parts.map(({ text, style }) => paragraph(text, { ...style, points: style.points * scale })),
    )(room.width)
  for (let scale = 1; scale > 0.3; scale -= 0.04) {
    const block = at(scale)
    if (block.height <= room.height) return block
  }
  return at(0.3)
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
