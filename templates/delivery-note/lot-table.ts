import type { CalendarDate } from '../../src/kernel/calendar.js'
import { frCode13, frInteger } from '../../src/kernel/format-fr.js'
import { frDate } from '../../src/kernel/format-fr-dates.js'
import { drawGs1, fitsGs1, gs1Side, type PackIdentity } from '../kit/barcode.js'
import type { Fluid } from '../kit/block.js'
import { figure, paragraph, stack } from '../kit/block.js'
import { widthOf } from '../kit/fonts.js'
import type { Box } from '../kit/ink.js'
import { storageCell } from '../kit/storage-class.js'
import type { Column } from '../kit/table.js'
import { colour, mm, size } from '../kit/type.js'
import type { DeliveredLine } from './data.js'

/** A row of the table: one lot of a line, or the line alone when nothing left. */
export interface LotRow {
  readonly line: DeliveredLine
  readonly lot?: { lot: string; expiresOn: CalendarDate; units: number; gtin?: string | undefined }
  readonly isFirst: boolean
}

export function lotRows(lines: readonly DeliveredLine[]): LotRow[] {
  return lines.flatMap((line): LotRow[] => {
    if (line.lots.length === 0) return [{ line, isFirst: true }]
    return line.lots.map((lot, index) => ({ line, lot, isFirst: index === 0 }))
  })
}

export const LOT_COLUMNS: readonly Column<LotRow>[] = [
  { header: 'Produit', cell: (row) => productCell(row) },
  { header: 'Conservation', width: 20, cell: ({ line }) => storageCell(line.storageClass, 8.5) },
  { header: 'Lot', width: 23, cell: ({ lot }) => paragraph(lot?.lot ?? '—', { face: 'bold' }) },
  { header: 'Péremption', width: 19, cell: ({ lot }) => (lot ? frDate(lot.expiresOn) : '—') },
  { header: 'Commandé', width: 16, align: 'right', cell: (row) => orderedCell(row) },
  { header: 'Livré', width: 13, align: 'right', cell: ({ lot }) => strong(lot?.units ?? 0) },
  { header: 'Reliquat', width: 14, align: 'right', cell: (row) => backorderCell(row) },
  { header: '', width: 10.5, cell: (row) => packCode(row) },
]

const strong = (units: number): Fluid =>
  paragraph(frInteger(units), { face: 'bold', align: 'right' })

const orderedCell = ({ isFirst, line }: LotRow): string =>
  isFirst ? frInteger(line.orderedUnits) : ''

/** The eye must find what is missing: zero is a dash, the rest is bold. */
function backorderCell({ isFirst, line }: LotRow): string | Fluid {
  if (!isFirst) return ''
  return line.backorderUnits === 0 ? '–' : strong(line.backorderUnits)
}

function productCell({ line, isFirst }: LotRow): Fluid {
  if (!isFirst) {
    return paragraph(`${line.product} (autre lot)`, { points: size.small, colour: colour.muted })
  }
  const codes = [
    line.cip13 ? `CIP ${frCode13(line.cip13)}` : '',
    line.ucd13 ? `UCD ${frCode13(line.ucd13)}` : '',
    `unité\u00a0:\u00a0${line.unit}`,
  ].filter((code) => code !== '')
  const small = { points: size.small, colour: colour.muted } as const
  return stack([
    paragraph(line.product, { face: 'bold' }),
    paragraph(codes.join('  ·  '), small),
    ...(line.flags.length > 0 ? [flagCell(line.flags)] : []),
    ...(line.replaces ? [paragraph(`En remplacement de ${line.replaces}`, small)] : []),
  ])
}

const FLAG_WORDS: Record<DeliveredLine['flags'][number], string> = {
  narcotic: 'Stupéfiant',
  'blood-derived': 'MDS',
  implant: 'DMI',
  'hospital-only': 'Réserve hospitalière',
}

/** A framed word; the frame of a narcotic is doubled, so that it survives a grey printer. */
function flagCell(flags: DeliveredLine['flags']): Fluid {
  const points = size.tiny + 0.5
  const height = 9.5
  return figure(height + 5, (ink, { x, y }) => {
    const middle = y + 2.5 + height / 2
    let left = x
    for (const flag of flags) {
      const pen = flag === 'narcotic' ? colour.narcotic : colour.ink
      const inset = flag === 'narcotic' ? 1.6 : 0
      const width = widthOf(FLAG_WORDS[flag], 'bold', points) + 6 + 2 * inset
      const frame = { x: left, y: middle - height / 2 - inset, width, height: height + 2 * inset }
      ink.outline(frame, { width: 0.6, colour: pen })
      if (inset > 0) ink.outline(inside(frame, inset), { width: 0.6, colour: pen })
      ink.text(FLAG_WORDS[flag], left + 3 + inset, middle + 2.4, {
        points,
        face: 'bold',
        colour: pen,
      })
      left += width + 3
    }
  })
}

const inside = ({ x, y, width, height }: Box, inset: number): Box => ({
  x: x + inset,
  y: y + inset,
  width: width - 2 * inset,
  height: height - 2 * inset,
})

function packCode({ lot }: LotRow): string | Fluid {
  if (!lot?.gtin) return ''
  const pack: PackIdentity = { gtin: lot.gtin, lot: lot.lot, expiresOn: lot.expiresOn }
  if (!fitsGs1(pack)) return ''
  const side = gs1Side(pack)
  return figure(Math.max(side, mm(7)), (ink, { x, y, width }) => {
    drawGs1(ink, pack, { x: x + width - side, y })
  })
}
