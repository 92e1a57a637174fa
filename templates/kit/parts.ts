import { FIXED_SPACE } from '../../src/kernel/format-fr.js'
import { frDateTime } from '../../src/kernel/format-fr-dates.js'
import type { Fluid } from './block.js'
import { columns, fact, figure, paragraph, stack } from './block.js'
import type { Place } from './data.js'
import type { Flow } from './page.js'
import { colour, mm, size } from './type.js'

/** A part of the page with a caption, its border drawn around it. */
export function framed(content: Fluid, border: { width: number; colour: string }): Fluid {
  const padding = mm(2.5)
  return (width) => {
    const block = content(width - 2 * padding)
    const height = block.height + 2 * padding
    return {
      height,
      draw(ink, x, y, stretchTo = height) {
        ink.outline({ x, y, width, height: stretchTo }, border)
        block.draw(ink, x + padding, y + padding)
      },
    }
  }
}

/** « Expéditeur », « Destinataire »: a place as it is written on an envelope. */
export function placeBlock(caption: string, place: Place, more: readonly string[] = []): Fluid {
  const lines = [
    place.finess ? `FINESS ${place.finess}` : '',
    place.unit ?? '',
    place.point ?? '',
    ...place.address,
    place.phone ? `Tél. ${place.phone}` : '',
    ...more,
  ].filter((line) => line !== '')
  const content = stack([
    paragraph(caption, { points: size.small, colour: colour.muted }),
    paragraph(place.name, { points: size.heading, face: 'bold' }),
    ...lines.map((line) => paragraph(line)),
  ])
  return framed(content, { width: 0.6, colour: colour.rule })
}

/** Facts in equal columns, row after row. */
export function factGrid(facts: readonly (readonly [string, string])[], perRow: number): Fluid {
  const rows: Fluid[] = []
  for (let start = 0; start < facts.length; start += perRow) {
    const row: Fluid[] = facts
      .slice(start, start + perRow)
      .map(([label, value]) => fact(label, value))
    while (row.length < perRow) row.push(figure(0, () => undefined))
    rows.push(columns(row, mm(4)))
  }
  return stack(rows, mm(2))
}

interface Superseded {
  readonly number: string
  readonly issuedAt: Date
  readonly reason: string
}

/** An issued document is never changed: the next one says which it replaces. */
export function supersededNotice(
  flow: Flow,
  { supersedes, timeZone }: { supersedes?: Superseded | undefined; timeZone: string },
): void {
  if (!supersedes) return
  const { number, issuedAt, reason } = supersedes
  const sentence = `Annule et remplace le document ${number} du ${frDateTime(issuedAt, timeZone)}.`
  const notice = stack([
    paragraph(sentence, { face: 'bold' }),
    paragraph(`Motif${FIXED_SPACE}: ${reason}`),
  ])
  flow.place(framed(notice, { width: 1.4, colour: colour.ink }))
  flow.space(mm(3))
}

const BLANK_LINE = mm(6.5)

/** A label followed by a line to write on. */
function blank(label: string): Fluid {
  return figure(BLANK_LINE, (ink, { x, y, width }) => {
    ink.text(label, x, y + mm(4.6), { points: size.small, colour: colour.muted })
    ink.line([x + mm(21), y + mm(5)], [x + width, y + mm(5)], { width: 0.5, colour: colour.rule })
  })
}

/** An empty box to write in, its label inside. */
export function writingBox(label: string, height: number): Fluid {
  return figure(height, (ink, box) => {
    ink.outline(box, { width: 0.6, colour: colour.rule })
    ink.text(label, box.x + mm(1.5), box.y + mm(3.5), { points: size.small, colour: colour.muted })
  })
}

function signatory(role: string): Fluid {
  const content = stack([
    paragraph(role, { face: 'bold' }),
    ...['Nom', 'Fonction', 'Date et heure'].map(blank),
    figure(mm(1.5), () => undefined),
    writingBox('Signature', mm(15)),
  ])
  return framed(content, { width: 0.75, colour: colour.ink })
}

/** Giver and receiver side by side, then the reservations: one block, never split. */
export function signatureBlock(roles: readonly string[], reservations: string): Fluid {
  return stack([columns(roles.map(signatory), mm(4)), writingBox(reservations, mm(16))], mm(3))
}
