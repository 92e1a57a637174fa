import { frCount } from '../../src/kernel/format-fr.js'
import { frDateTime } from '../../src/kernel/format-fr-dates.js'
import { drawDataMatrix } from '../kit/barcode.js'
import type { Ink } from '../kit/ink.js'
import { centredBarcode, LABEL_MARGIN, lines, oneLine } from '../kit/label.js'
import type { Template } from '../kit/render.js'
import { drawStorage, storageRange, storageWord } from '../kit/storage-class.js'
import { colour, mm } from '../kit/type.js'
import type { SpecimenLabel } from './data.js'
import { drawUn3373, PROPER_NAME, pointsOfCapital, UN3373, UN3373_REACH } from './un3373.js'

const LEFT = LABEL_MARGIN
const WIDTH = mm(100) - 2 * LABEL_MARGIN
const RIGHT = LEFT + WIDTH
const MIDDLE = LEFT + WIDTH / 2

export const specimenLabel: Template<SpecimenLabel> = {
  paper: () => 'label-100x150',
  meta: ({ containerCode, groupingName, issuedAt }) => ({
    title: `Étiquette d’échantillons ${containerCode}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw({ ink }, label) {
    drawUn3373(ink, MIDDLE, mm(2.5) + UN3373_REACH + mm(UN3373.lineMm * Math.SQRT1_2))
    properName(ink)
    corners(ink, label)
    journey(ink, label)
    deadline(ink, label)
    centredBarcode(ink, label.containerCode, {
      left: LEFT,
      width: WIDTH,
      top: mm(128.4),
      height: mm(8),
    })
    foot(ink, label)
  },
}

function properName(ink: Ink): void {
  for (const [index, line] of PROPER_NAME.entries()) {
    ink.text(line, MIDDLE, mm(88.3 + index * 8.8), {
      points: pointsOfCapital(UN3373.nameMm),
      colour: colour.black,
      align: 'center',
    })
  }
}

/** The four corners that a square on its point leaves free. */
function corners(ink: Ink, label: SpecimenLabel): void {
  drawStorage(ink, label.storageClass, { x: LEFT, y: mm(6), side: mm(9) })
  const under = lines(ink, storageWord(label.storageClass), {
    x: LEFT,
    top: mm(16),
    width: mm(22),
    style: { points: 12, face: 'bold' },
  })
  ink.text(storageRange(label.storageClass), LEFT, under + 9, { points: 10.5 })
  drawDataMatrix(ink, label.containerCode, { right: RIGHT, y: mm(6), side: mm(13) })
  ink.text(frCount(label.tubeCount, 'tube'), LEFT, mm(78), { points: 15, face: 'bold' })
  if (!label.urgent) return
  const box = { x: RIGHT - mm(23), y: mm(71.5), width: mm(23), height: mm(8.5) }
  ink.fill(box, colour.ink)
  ink.text('URGENT', box.x + box.width / 2, box.y + mm(6.2), {
    points: 15,
    face: 'bold',
    align: 'center',
    colour: colour.white,
  })
}

function journey(ink: Ink, { from, to }: SpecimenLabel): void {
  ink.line([LEFT, mm(100.2)], [RIGHT, mm(100.2)], { width: 0.75 })
  for (const [index, [word, place]] of [['De', from] as const, ['Vers', to] as const].entries()) {
    const top = mm(105 + index * 9)
    const line = { x: LEFT + mm(11), width: WIDTH - mm(11) }
    ink.text(word, LEFT, top, { points: 10, colour: colour.muted })
    oneLine(ink, place.name, { ...line, baseline: top, face: 'bold', from: 13, to: 8 })
    const under = top + mm(3.9)
    oneLine(ink, place.detail, { ...line, baseline: under, face: 'regular', from: 9.5, to: 7 })
  }
}

function deadline(ink: Ink, { deadline: limit, timeZone, shipmentNumber }: SpecimenLabel): void {
  const box = { x: LEFT, y: mm(119.6), width: WIDTH, height: mm(7) }
  ink.fill(box, colour.shade)
  const text = limit
    ? `À livrer avant ${frDateTime(limit, timeZone).replace('\u00a0', ' à ')}`
    : 'Sans délai imposé'
  ink.text(text, box.x + mm(2), box.y + mm(5), { points: 13, face: 'bold' })
  ink.text(shipmentNumber, RIGHT - mm(2), box.y + mm(4.7), { points: 9, align: 'right' })
}

/** P650 asks for a person who knows the contents, reachable during transport. */
function foot(ink: Ink, { responsible, groupingName }: SpecimenLabel): void {
  const text = `Responsable\u00a0: ${responsible.name}, tél. ${responsible.phone}`
  oneLine(ink, text, { x: LEFT, baseline: mm(145), width: WIDTH, face: 'bold', from: 9.5, to: 6.5 })
  ink.text(`${groupingName}, groupement de coopération sanitaire`, LEFT, mm(148.4), {
    points: 6.5,
    colour: colour.muted,
  })
}
