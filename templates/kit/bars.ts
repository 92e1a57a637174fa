import type { Fluid } from './block.js'
import { widthOf } from './fonts.js'
import { colour, mm, size } from './type.js'

export interface Bar {
  readonly label: string
  /** Any unit, all bars in the same; negative goes left of zero. */
  readonly value: number
  readonly caption: string
}

const ROW = mm(7)
const NAMES = mm(52)
const THICKNESS = mm(4.2)

/** Horizontal bars from a zero line, each with its name and its value: no legend, no axis to read. */
export function bars(list: readonly Bar[]): Fluid {
  const captions = list.map(({ caption }) => widthOf(caption, 'bold', size.body))
  const room = Math.max(0, ...captions) + mm(3)
  const values = list.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return (width) => {
    const scale = (width - NAMES - room) / Math.max(high - low, 1)
    return {
      height: list.length * ROW,
      draw(ink, x, y) {
        const zero = x + NAMES - low * scale
        for (const [index, { label, value, caption }] of list.entries()) {
          const top = y + index * ROW + (ROW - THICKNESS) / 2
          const baseline = top + THICKNESS * 0.5 + size.body * 0.33
          const length = Math.abs(value) * scale
          const box = { y: top, width: length, height: THICKNESS }
          ink.text(label, x, baseline, { points: size.body })
          // A credit is an outline: it must not read as one more charge on a grey print.
          if (value < 0) ink.outline({ ...box, x: zero - length }, { width: 0.8 })
          else ink.fill({ ...box, x: zero }, colour.accent)
          const end = zero + Math.max(0, value) * scale
          ink.text(caption, end + mm(1.8), baseline, { points: size.body, face: 'bold' })
        }
        ink.line([zero, y], [zero, y + list.length * ROW], { width: 0.75 })
      },
    }
  }
}
