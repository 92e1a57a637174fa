import { frTime } from '../../src/kernel/format-fr-dates.js'
import { drawDataMatrix } from '../kit/barcode.js'
import type { Ink } from '../kit/ink.js'
import { centredBarcode, fittedStack, LABEL_MARGIN, oneLine } from '../kit/label.js'
import type { Template } from '../kit/render.js'
import { drawStorage, storageLabel } from '../kit/storage-class.js'
import { colour, mm } from '../kit/type.js'
import type { ToteLabels } from './data.js'

const LEFT = LABEL_MARGIN
const WIDTH = mm(100) - 2 * LABEL_MARGIN
const RIGHT = LEFT + WIDTH

export const toteLabel: Template<ToteLabels> = {
  paper: () => 'label-100x150',
  meta: ({ deliveryNumber, groupingName, issuedAt }) => ({
    title: `Étiquettes de bac ${deliveryNumber}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw(pages, labels) {
    for (const index of labels.totes.keys()) {
      if (index > 0) pages.add()
      drawLabel(pages.ink, labels, index)
    }
  },
}

function drawLabel(ink: Ink, labels: ToteLabels, index: number): void {
  const tote = labels.totes[index]
  if (!tote) return
  destination(ink, labels)
  conservation(ink, tote)
  centredBarcode(ink, labels.deliveryNumber, {
    left: LEFT,
    width: WIDTH,
    top: mm(85),
    height: mm(15),
  })
  identity(ink, tote, `${index + 1}/${labels.totes.length}`)
  foot(ink, labels)
}

function destination(ink: Ink, { run, memberName, unit, deliveryPoint, urgent }: ToteLabels): void {
  oneLine(ink, run.name, {
    x: LEFT,
    baseline: mm(12),
    width: WIDTH * 0.62,
    face: 'bold',
    from: 18,
    to: 11,
  })
  ink.text(`Arrêt ${run.stop}`, RIGHT, mm(12), { points: 18, face: 'bold', align: 'right' })
  ink.line([LEFT, mm(15.5)], [RIGHT, mm(15.5)], { width: 1.5 })
  if (urgent) {
    ink.fill({ x: LEFT, y: mm(18), width: WIDTH, height: mm(9) }, colour.ink)
    ink.text('URGENT', LEFT + WIDTH / 2, mm(24.8), {
      points: 19,
      face: 'bold',
      align: 'center',
      colour: colour.white,
    })
  }
  const top = urgent ? mm(28) : mm(18)
  const parts = [
    { text: memberName, style: { points: 30, face: 'bold' as const } },
    { text: unit, style: { points: 17 } },
    ...(deliveryPoint ? [{ text: deliveryPoint, style: { points: 14 } }] : []),
  ]
  fittedStack(parts, { width: WIDTH, height: mm(59) - top }).draw(ink, LEFT, top)
}

function conservation(ink: Ink, tote: ToteLabels['totes'][number]): void {
  const box = { x: LEFT, y: mm(61), width: WIDTH, height: mm(18) }
  ink.outline(box, { width: 1.5 })
  if (tote.narcotics) {
    // The doubled frame of a narcotic; the word names the seal's handling, not the contents.
    const inner = { x: box.x + 4, y: box.y + 4, width: box.width - 8, height: box.height - 8 }
    ink.outline(inner, { width: 1.5 })
  }
  const side = mm(10)
  drawStorage(ink, tote.storageClass, { x: box.x + mm(4), y: box.y + mm(4), side })
  const label = storageLabel(tote.storageClass)
  const x = box.x + mm(4) + side + mm(4)
  ink.text(label, x, box.y + mm(tote.narcotics ? 8.6 : 11.4), {
    points: tote.narcotics ? 17 : 22,
    face: 'bold',
  })
  if (tote.narcotics) {
    ink.text('STUP scellé, remise en main propre', x, box.y + mm(14), { points: 12, face: 'bold' })
  }
}

/** The tote itself answers to its own code: the square symbol, beside the words. */
function identity(ink: Ink, tote: ToteLabels['totes'][number], rank: string): void {
  drawDataMatrix(ink, tote.code, { left: LEFT, y: mm(112.5), side: mm(16) })
  const x = LEFT + mm(22)
  ink.text(tote.code, x, mm(118.5), { points: 17, face: 'bold' })
  ink.text(tote.seal ? `Scellé ${tote.seal}` : 'Sans scellé', x, mm(125.5), { points: 13 })
  ink.text('Bac', RIGHT, mm(115), { points: 10, align: 'right', colour: colour.muted })
  ink.text(rank, RIGHT, mm(125), { points: 28, face: 'bold', align: 'right' })
}

function foot(ink: Ink, labels: ToteLabels): void {
  ink.line([LEFT, mm(132.5)], [RIGHT, mm(132.5)], { width: 0.75 })
  ink.text(`Départ ${frTime(labels.departsAt, labels.timeZone)}`, LEFT, mm(139), {
    points: 15,
    face: 'bold',
  })
  ink.text(`PUI ${labels.pharmacyPhone}`, RIGHT, mm(139), { points: 13, align: 'right' })
  ink.text(`${labels.groupingName}, groupement de coopération sanitaire`, LEFT, mm(144.5), {
    points: 7.5,
    colour: colour.muted,
  })
}
