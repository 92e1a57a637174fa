import type { Face } from './fonts.js'
import { drawable, widthOf } from './fonts.js'
import { shortest, textOperators } from './text-operators.js'
import { colour } from './type.js'

export interface TextStyle {
  readonly points: number
  readonly face?: Face
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Stroke {
  readonly width?: number
  readonly colour?: string
  readonly dash?: number
}

const ALIGN_FACTOR = { left: 0, center: 0.5, right: 1 } as const

/** Marks on the current page, in points from its top left corner. */
export class Ink {
  readonly #doc: PDFKit.PDFDocument

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
  }

  /** Writes one line; `x` is its left edge, middle or right edge according to `align`. */
  text(text: string, x: number, baseline: number, style: TextStyle): void {
    const printed = drawable(text)
    if (printed === '') return
    const face = style.face ?? 'regular'
    const factor = ALIGN_FACTOR[style.align ?? 'left']
    const left = factor === 0 ? x : x - factor * widthOf(printed, face, style.points)
    const doc = this.#doc.font(face, style.points)
    const run = { text: printed, points: style.points, colour: style.colour ?? colour.ink }
    doc.addContent(textOperators(doc, { ...run, left, baseline }))
  }

  line(from: readonly [number, number], to: readonly [number, number], stroke: Stroke = {}): void {
    this.#pen(stroke)
    this.#doc
      .moveTo(...from)
      .lineTo(...to)
      .stroke()
    if (stroke.dash) this.#doc.undash()
  }

  /** A horizontal hairline. */
  rule(x: number, y: number, width: number): void {
    this.line([x, y], [x + width, y], { width: 0.5, colour: colour.rule })
  }

  fill({ x, y, width, height }: Box, fill: string): void {
    this.#doc.rect(x, y, width, height).fill(fill)
  }

  outline({ x, y, width, height }: Box, stroke: Stroke = {}): void {
    this.#pen(stroke)
    this.#doc.rect(x, y, width, height).stroke()
  }

  polygon(points: readonly (readonly [number, number])[], stroke: Stroke): void {
    this.#pen(stroke)
    this.#doc.polygon(...points.map(([x, y]) => [x, y])).stroke()
  }

  circle(x: number, y: number, radius: number, stroke: Stroke): void {
    this.#pen(stroke)
    this.#doc.circle(x, y, radius).stroke()
  }

  /** Fills a ready-made path in black, its unit scaled. */
  stamp(path: string, at: { x: number; y: number; scaleX: number; scaleY: number }): void {
    const matrix = [at.scaleX, 0, 0, at.scaleY, at.x, at.y]
    this.#doc.addContent(`q 0 g ${matrix.map(shortest).join(' ')} cm ${path} f Q`)
  }

  #pen({ width = 0.75, colour: pen = colour.ink, dash }: Stroke): void {
    this.#doc.lineWidth(width).strokeColor(pen)
    if (dash) this.#doc.dash(dash, { space: dash })
  }
}
