import { CAP_HEIGHT } from '../kit/fonts.js'
import type { Ink } from '../kit/ink.js'
import { mm } from '../kit/type.js'

/** ADR 4.1.4.1 P650 (4): each side at least 50 mm, line at least 2 mm, letters at least 6 mm high. */
export const UN3373 = { sideMm: 53, lineMm: 2.2, letterMm: 6.6, nameMm: 6.2 } as const

export const PROPER_NAME = ['MATIÈRE BIOLOGIQUE,', 'CATÉGORIE B'] as const

/** The size in points whose capitals are `millimetres` high. */
export const pointsOfCapital = (millimetres: number): number => mm(millimetres) / CAP_HEIGHT

/** Half of the diagonal of the mark, in points. */
export const UN3373_REACH = (mm(UN3373.sideMm) * Math.SQRT2) / 2

/** The square on its point, centred on (x, y), with its number inside. */
export function drawUn3373(ink: Ink, x: number, y: number): void {
  ink.polygon(
    [
      [x, y - UN3373_REACH],
      [x + UN3373_REACH, y],
      [x, y + UN3373_REACH],
      [x - UN3373_REACH, y],
    ],
    { width: mm(UN3373.lineMm), colour: '#000000' },
  )
  ink.text('UN3373', x, y + mm(UN3373.letterMm) / 2, {
    points: pointsOfCapital(UN3373.letterMm),
    face: 'bold',
    colour: '#000000',
    align: 'center',
  })
}
