import type { TemperatureClass } from '../../src/kernel/storage-class.js'
import type { Fluid } from './block.js'
import { figure } from './block.js'
import type { Ink } from './ink.js'
import { colour, size } from './type.js'

interface Look {
  readonly word: string
  readonly range: string
  readonly ink: string
  draw(ink: Ink, x: number, y: number, radius: number): void
}

/** The shape alone tells them apart in grey. */
const LOOKS: Record<TemperatureClass, Look> = {
  ambient: { word: 'Ambiant', range: '15–25 °C', ink: colour.ambient, draw: ring },
  cold: { word: 'Froid', range: '2–8 °C', ink: colour.cold, draw: flake },
  frozen: { word: 'Congelé', range: '≤ −18 °C', ink: colour.frozen, draw: flakeInHexagon },
  'deep-frozen': {
    word: 'Surgelé',
    range: '≤ −70 °C',
    ink: colour.frozen,
    draw: flakeInTwoHexagons,
  },
  'melting-ice': { word: 'Glace fondante', range: '0 °C', ink: colour.cold, draw: drop },
  body: { word: 'À 37 °C', range: '37 °C', ink: colour.narcotic, draw: filledRing },
}

/** « Froid 2–8 °C ». */
export function storageLabel(storage: TemperatureClass): string {
  const { word, range } = LOOKS[storage]
  return (word.includes(range) ? word : `${word} ${range}`).replaceAll(' °', '\u00a0°')
}

export const storageWord = (storage: TemperatureClass): string =>
  LOOKS[storage].word.replaceAll(' °', '\u00a0°')

/** « 2–8 °C ». */
export const storageRange = (storage: TemperatureClass): string =>
  LOOKS[storage].range.replaceAll(' °', '\u00a0°')

/** The shape in a square of `side`, whose top left corner is (x, y). */
export function drawStorage(
  ink: Ink,
  storage: TemperatureClass,
  at: { x: number; y: number; side: number },
): void {
  const radius = at.side / 2
  LOOKS[storage].draw(ink, at.x + radius, at.y + radius, radius)
}

/** Shape, then word: never the colour alone. */
export function storageCell(storage: TemperatureClass, points: number = size.body): Fluid {
  const side = points * 0.95
  return figure(points * 1.28, (ink, { x, y }) => {
    drawStorage(ink, storage, { x, y: y + points * 0.14, side })
    const { word } = LOOKS[storage]
    ink.text(word, x + side + points * 0.4, y + points * 0.96, { points })
  })
}

function ring(ink: Ink, x: number, y: number, radius: number): void {
  ink.circle(x, y, radius * 0.78, { width: radius * 0.28, colour: colour.ambient })
}

function filledRing(ink: Ink, x: number, y: number, radius: number): void {
  ink.circle(x, y, radius * 0.78, { width: radius * 0.2, colour: colour.narcotic })
  ink.circle(x, y, radius * 0.25, { width: radius * 0.5, colour: colour.narcotic })
}

function flake(ink: Ink, x: number, y: number, radius: number): void {
  branches(ink, { x, y, radius, colour: colour.cold })
}

function flakeInHexagon(ink: Ink, x: number, y: number, radius: number): void {
  branches(ink, { x, y, radius: radius * 0.7, colour: colour.frozen })
  hexagon(ink, x, y, radius)
}

function flakeInTwoHexagons(ink: Ink, x: number, y: number, radius: number): void {
  branches(ink, { x, y, radius: radius * 0.5, colour: colour.frozen })
  hexagon(ink, x, y, radius * 0.75)
  hexagon(ink, x, y, radius)
}

function drop(ink: Ink, x: number, y: number, radius: number): void {
  const stroke = { width: radius * 0.2, colour: colour.cold }
  const points = [
    [x, y - radius * 0.95],
    [x + radius * 0.62, y + radius * 0.15],
    [x + radius * 0.4, y + radius * 0.75],
    [x, y + radius * 0.92],
    [x - radius * 0.4, y + radius * 0.75],
    [x - radius * 0.62, y + radius * 0.15],
  ] as const
  ink.polygon(points, stroke)
}

function branches(
  ink: Ink,
  { x, y, radius, colour: pen }: { x: number; y: number; radius: number; colour: string },
): void {
  const stroke = { width: radius * 0.22, colour: pen }
  for (const degrees of [90, 30, 150]) {
    const angle = (degrees * Math.PI) / 180
    const [dx, dy] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
    ink.line([x - dx, y - dy], [x + dx, y + dy], stroke)
    for (const side of [-1, 1]) barbs(ink, { x, y, angle, reach: side * radius, stroke })
  }
}

/** The two short arms near the end of a branch. */
function barbs(
  ink: Ink,
  arm: {
    x: number
    y: number
    angle: number
    reach: number
    stroke: { width: number; colour: string }
  },
): void {
  const length = Math.abs(arm.reach) * 0.32
  const from: readonly [number, number] = [
    arm.x + Math.cos(arm.angle) * arm.reach * 0.55,
    arm.y + Math.sin(arm.angle) * arm.reach * 0.55,
  ]
  for (const turn of [-0.8, 0.8]) {
    const direction = arm.angle + (arm.reach < 0 ? Math.PI : 0) + turn
    const to = [
      from[0] + Math.cos(direction) * length,
      from[1] + Math.sin(direction) * length,
    ] as const
    ink.line(from, to, { ...arm.stroke, width: arm.stroke.width * 0.8 })
  }
}

function hexagon(ink: Ink, x: number, y: number, radius: number): void {
  const points = [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = ((60 * corner + 30) * Math.PI) / 180
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const
  })
  ink.polygon(points, { width: radius * 0.16, colour: colour.frozen })
}
