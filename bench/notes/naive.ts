import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bwipjs from 'bwip-js/node'
import PDFDocument from 'pdfkit'
import type { Note } from './sample-note.js'

const resolve = createRequire(import.meta.url).resolve
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${file}`))
export const regularFile = font('400Regular/SourceSans3_400Regular.ttf')
export const boldFile = font('600SemiBold/SourceSans3_600SemiBold.ttf')

const MARGIN = 40
const WIDTHS = [170, 60, 65, 55, 45, 45, 40, 35]
const HEADERS = [
  'Produit',
  'Conservation',
  'Lot',
  'Péremption',
  'Commandé',
  'Livré',
  'Reliquat',
  '',
]

/** What a team writes with pdfkit's guide open: fonts by their bytes, one call per text, symbols from a library. */
export function naivePdf(note: Note): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((finish) => doc.on('end', () => finish(Buffer.concat(chunks))))
  doc.registerFont('regular', regularFile)
  doc.registerFont('bold', boldFile)
  heading(doc, note)
  let y = row(doc, HEADERS, 150)
  for (const line of note.lines) {
    if (y > 770) {
      doc.addPage()
      y = row(doc, HEADERS, MARGIN)
    }
    y = lineOf(doc, line, y)
  }
  doc.font('regular', 8).text('Remis par (remettant)', MARGIN, y + 10, { lineBreak: false })
  doc.text('Reçu par (réceptionnaire)', 300, y + 10, { lineBreak: false })
  doc.end()
  return done
}

function heading(
  doc: PDFKit.PDFDocument,
  { number, pharmacy, recipient, groupingName }: Note,
): void {
  doc.font('bold', 15).text(`Bon de livraison ${number}`, MARGIN, 40, { lineBreak: false })
  doc.font('regular', 9).text(groupingName, MARGIN, 60, { lineBreak: false })
  for (const [index, text] of [pharmacy.name, ...pharmacy.address].entries()) {
    doc.text(text, MARGIN, 80 + index * 11, { lineBreak: false })
  }
  for (const [index, text] of [recipient.name, ...recipient.address].entries()) {
    doc.text(text, 300, 80 + index * 11, { lineBreak: false })
  }
}

function row(doc: PDFKit.PDFDocument, cells: readonly string[], y: number): number {
  doc.font('bold', 8)
  let x = MARGIN
  for (const [index, cell] of cells.entries()) {
    doc.text(cell, x, y, { width: WIDTHS[index] ?? 40 })
    x += WIDTHS[index] ?? 40
  }
  return y + 14
}

function lineOf(doc: PDFKit.PDFDocument, line: Note['lines'][number], y: number): number {
  const [lot] = line.lots
  const cells = [
    `${line.product}\nCIP ${line.cip13 ?? ''} · ${line.unit}`,
    line.storageClass,
    lot?.lot ?? '',
    lot?.expiresOn.split('-').reverse().join('/') ?? '',
    String(line.orderedUnits),
    String(lot?.units ?? 0),
    String(line.backorderUnits),
  ]
  doc.font('regular', 8)
  let x = MARGIN
  for (const [index, cell] of cells.entries()) {
    doc.text(cell, x, y, { width: WIDTHS[index] ?? 40 })
    x += WIDTHS[index] ?? 40
  }
  if (lot) symbol(doc, `^FNC101${lot.gtin}17280630 10${lot.lot}`.replace(' ', ''), x, y)
  doc
    .moveTo(MARGIN, y + 26)
    .lineTo(555, y + 26)
    .lineWidth(0.4)
    .stroke('#999999')
    .fillColor('#000000')
  return y + 28
}

function symbol(doc: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const [matrix] = bwipjs.raw({ bcid: 'datamatrix', text, parsefnc: true })
  if (!matrix || !('pixs' in matrix)) return
  const { pixs, pixx, pixy } = matrix
  for (let top = 0; top < pixy; top++) {
    for (let left = 0; left < pixx; left++) {
      if (pixs[top * pixx + left]) doc.rect(x + left, y + top, 1, 1)
    }
  }
  doc.fill('#000000')
}
