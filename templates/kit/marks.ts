import type { Fluid } from './block.js'
import { figure, paragraph } from './block.js'
import { colour, mm, size } from './type.js'

/** A square, ticked or not, then its sentence. Drawn, so that a grey printer shows it as well. */
export function tickBox(ticked: boolean, words: string): Fluid {
  const side = 8.5
  return (width) => {
    const text = paragraph(words)(width - side - mm(2))
    return {
      height: text.height,
      draw(ink, x, y) {
        const box = { x, y: y + 1.5, width: side, height: side }
        ink.outline(box, { width: 0.9 })
        if (ticked) {
          const stroke = { width: 1.4 }
          ink.line([x + 1.6, box.y + 4.6], [x + 3.6, box.y + 6.8], stroke)
          ink.line([x + 3.6, box.y + 6.8], [x + 7, box.y + 1.8], stroke)
        }
        text.draw(ink, x + side + mm(2), y)
      },
    }
  }
}

/** A solid bar and the word: an urgency read from across the bench, in grey too. */
export function urgentWord(points: number = size.body): Fluid {
  return figure(points * 1.28, (ink, { x, y, height }) => {
    ink.fill({ x, y: y + 1, width: 2.5, height: height - 2 }, colour.ink)
    ink.text('Urgent', x + 6, y + points * 0.96, { points, face: 'bold' })
  })
}
