import { wrap } from './fonts.js'
import type { Ink, TextStyle } from './ink.js'
import { colour, LEADING, size } from './type.js'

/** Something of a known height that can be drawn anywhere: what tables and columns are made of. */
export interface Block {
  readonly height: number
  /** `stretchTo` is the height of the tallest neighbour: a border follows it. */
  draw(ink: Ink, x: number, y: number, stretchTo?: number): void
}

/** A block once it knows the width it is given, in points. */
export type Fluid = (width: number) => Block

export type ParagraphStyle = Partial<TextStyle>

/** Text broken into lines; never truncated. */
export function paragraph(text: string, style: ParagraphStyle = {}): Fluid {
  const { points = size.body, face = 'regular', align = 'left' } = style
  const leading = points * LEADING
  return (width) => {
    const lines = wrap(text, face, { points, width })
    const offset = align === 'right' ? width : align === 'center' ? width / 2 : 0
    return {
      height: lines.length * leading,
      draw(ink, x, y) {
        for (const [index, line] of lines.entries()) {
          // The first baseline sits so that ascender and descender share the leading evenly.
          const baseline = y + index * leading + points * 0.96
          ink.text(line, x + offset, baseline, { ...style, points, face, align })
        }
      },
    }
  }
}

/** Blocks one under the other. */
export function stack(parts: readonly Fluid[], gap = 0): Fluid {
  return (width) => {
    const blocks = parts.map((part) => part(width))
    return {
      height: heightOf(blocks) + gap * Math.max(0, blocks.length - 1),
      draw(ink, x, y) {
        let top = y
        for (const block of blocks) {
          block.draw(ink, x, top)
          top += block.height + gap
        }
      },
    }
  }
}

/** A drawing of a fixed height; it receives the box it may use. */
export function figure(
  height: number,
  draw: (ink: Ink, box: { x: number; y: number; width: number; height: number }) => void,
): Fluid {
  return (width) => ({ height, draw: (ink, x, y) => draw(ink, { x, y, width, height }) })
}

/** Blocks side by side in equal columns. */
export function columns(parts: readonly Fluid[], gap: number): Fluid {
  return (width) => {
    const each = (width - gap * (parts.length - 1)) / parts.length
    const blocks = parts.map((part) => part(each))
    const height = Math.max(0, ...blocks.map((block) => block.height))
    return {
      height,
      draw(ink, x, y) {
        for (const [index, block] of blocks.entries()) {
          block.draw(ink, x + index * (each + gap), y, height)
        }
      },
    }
  }
}

const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((total, block) => total + block.height, 0)

/** A small grey label over its value: the unit of every fact on paper. */
export function fact(label: string, value: string, style: ParagraphStyle = {}): Fluid {
  return stack([
    paragraph(label, { points: size.tiny + 0.5, colour: colour.muted }),
    paragraph(value === '' ? '—' : value, style),
  ])
}

/** A figure over its small grey unit or share, right-aligned. */
export const twoLines = (upper: string, lower: string): Fluid =>
  stack([
    paragraph(upper, { align: 'right' }),
    paragraph(lower, { align: 'right', points: size.small, colour: colour.muted }),
  ])
