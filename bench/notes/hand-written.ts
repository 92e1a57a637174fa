import { deflateSync } from 'node:zlib'
import * as fontkit from 'fontkit'
import { encodeDataMatrix } from '../../templates/kit/data-matrix.js'
import { boldFile, regularFile } from './naive.js'
import type { Note } from './sample-note.js'

/** A font prepared once: the bytes that every file repeats, and the glyph of every character. */
interface Prepared {
  readonly file: Buffer
  readonly widths: string
  readonly glyphs: ReadonlyMap<string, { hex: string; advance: number }>
}

interface Glyph {
  readonly id: number
  readonly advanceWidth: number
}

/** What only this limit asks of the parser. */
interface SubsettableFont extends fontkit.Font {
  glyphForCodePoint(codePoint: number): Glyph
  createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array }
}

const subsettable = (font: fontkit.Font): SubsettableFont => font as SubsettableFont

function prepare(file: Buffer): Prepared {
  const font = subsettable(fontkit.create(file))
  const subset = font.createSubset()
  const glyphs = new Map<string, { hex: string; advance: number }>()
  const widths: number[] = []
  for (let code = 32; code < 0x2030; code++) {
    if (code > 0xff && code < 0x150) continue
    if (code > 0x160 && code < 0x2000) continue
    if (!font.hasGlyphForCodePoint(code)) continue
    const glyph = font.glyphForCodePoint(code)
    const id = subset.includeGlyph(glyph.id)
    glyphs.set(String.fromCodePoint(code), {
      hex: id.toString(16).padStart(4, '0'),
      advance: glyph.advanceWidth,
    })
    widths[id] = glyph.advanceWidth
  }
  const bytes = deflateSync(Buffer.from(subset.encode()), { level: 9 })
  return {
    file: bytes,
    widths: Array.from(widths, (width) => Math.round(width ?? 0)).join(' '),
    glyphs,
  }
}

const faces = { N: prepare(regularFile), B: prepare(boldFile) } as const
type FaceName = keyof typeof faces

/** One content stream, in points from the bottom left corner. */
class Page {
  content = ''

  text(face: FaceName, points: number, at: readonly [number, number], text: string): void {
    const { glyphs } = faces[face]
    let hex = ''
    for (const character of text) hex += glyphs.get(character)?.hex ?? '0000'
    this.content += `BT /${face} ${points} Tf ${at[0]} ${842 - at[1]} Td <${hex}> Tj ET\n`
  }

  right(face: FaceName, points: number, at: readonly [number, number], text: string): void {
    let units = 0
    for (const character of text) units += faces[face].glyphs.get(character)?.advance ?? 500
    this.text(face, points, [at[0] - (units * points) / 1000, at[1]], text)
  }

  rule(y: number): void {
    this.content += `42 ${842 - y} m 553 ${842 - y} l S\n`
  }

  symbol(text: string, x: number, y: number): void {
    const { side, modules } = encodeDataMatrix(text, { isGs1: true })
    let path = `q .96 0 0 -.96 ${x} ${842 - y} cm `
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        if (modules[row * side + column] === 0) continue
        const start = column
        while (modules[row * side + column + 1] === 1 && column + 1 < side) column++
        path += `${start} ${row} ${column - start + 1} 1 re `
      }
    }
    this.content += `${path}f Q\n`
  }
}

const LINE_HEIGHT = 28
const HEADERS: readonly (readonly [number, string])[] = [
  [42, 'Produit'],
  [250, 'Conservation'],
  [310, 'Lot'],
  [375, 'Péremption'],
  [430, 'Commandé'],
  [475, 'Livré'],
  [505, 'Reliquat'],
]

/** The limit: a PDF written by hand, fixed places, no layout, fonts embedded from prepared bytes, fast zlib. */
export function handWrittenPdf(note: Note): Buffer {
  const pages = [new Page()]
  let page = pages[0] as Page
  drawHead(page, note)
  let y = 230
  drawHeaders(page, y)
  for (const line of note.lines) {
    if (y > 760) {
      page = new Page()
      pages.push(page)
      drawTop(page, note)
      y = 70
      drawHeaders(page, y)
    }
    y += LINE_HEIGHT
    drawLine(page, line, y - LINE_HEIGHT + 12)
  }
  page.text('N', 7, [42, y + 20], 'Remis par (remettant)')
  page.text('N', 7, [300, y + 20], 'Reçu par (réceptionnaire)')
  for (const [index, each] of pages.entries()) {
    each.text('N', 7, [42, 815], `Bon de livraison ${note.number}`)
    each.right('B', 7, [553, 815], `Page ${index + 1}/${pages.length}`)
  }
  return assemble(pages, note.number)
}

function drawTop(page: Page, note: Note): void {
  page.content += '.4 w\n'
  page.text('B', 11, [42, 50], note.groupingName)
  page.right('N', 7, [553, 60], note.number)
}

function drawHead(page: Page, note: Note): void {
  drawTop(page, note)
  page.text('B', 16, [42, 85], 'Bon de livraison')
  const { pharmacy, recipient } = note
  const sender = [pharmacy.name, ...pharmacy.address, pharmacy.phone, pharmacy.headPharmacist]
  for (const [index, text] of sender.entries()) page.text('N', 9, [42, 105 + index * 11], text)
  const receiver = [
    recipient.name,
    recipient.unit ?? '',
    recipient.point ?? '',
    ...recipient.address,
  ]
  for (const [index, text] of receiver.entries()) page.text('N', 9, [300, 105 + index * 11], text)
  const facts = [note.orderNumbers.join(', '), note.carrier ?? '', note.preparedBy, note.releasedBy]
  for (const [index, text] of facts.entries()) page.text('N', 9, [42 + index * 130, 190], text)
}

function drawHeaders(page: Page, y: number): void {
  for (const [x, text] of HEADERS) page.text('B', 7, [x, y], text)
  page.rule(y + 3)
}

function drawLine(page: Page, line: Note['lines'][number], y: number): void {
  const [lot] = line.lots
  page.text('B', 8.5, [42, y], line.product.slice(0, 52))
  page.text('N', 7, [42, y + 10], `CIP ${line.cip13 ?? ''}  ·  unité : ${line.unit}`)
  page.text('N', 8.5, [250, y], line.storageClass)
  page.text('B', 8.5, [310, y], lot?.lot ?? '')
  page.text('N', 8.5, [375, y], lot?.expiresOn.split('-').reverse().join('/') ?? '')
  page.right('N', 8.5, [465, y], String(line.orderedUnits))
  page.right('B', 8.5, [495, y], String(lot?.units ?? 0))
  page.right('N', 8.5, [525, y], String(line.backorderUnits))
  if (lot) {
    const expiry = lot.expiresOn.slice(2).replaceAll('-', '')
    page.symbol(`01${lot.gtin ?? ''}17${expiry}10${lot.lot}`, 530, y - 8)
  }
  page.rule(y + 15)
}

function assemble(pages: readonly Page[], title: string): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let length = 0
  const write = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  const object = (number: number, head: string, stream?: Buffer) => {
    offsets[number] = length
    write(`${number} 0 obj\n${head}`)
    if (stream) {
      write('stream\n')
      write(stream)
      write('\nendstream')
    }
    write('\nendobj\n')
  }
  const kids = pages.map((_, index) => `${20 + 2 * index} 0 R`).join(' ')
  write('%PDF-1.7\n')
  object(1, `<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)>>`)
  object(2, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`)
  object(3, `<</Title(${title})/Creator(Navette)>>`)
  for (const [index, face] of (['N', 'B'] as const).entries())
    fontObjects(object, 4 + 4 * index, face)
  for (const [index, page] of pages.entries()) {
    const [own, content] = [20 + 2 * index, 21 + 2 * index]
    const resources = '<</Font<</N 4 0 R/B 8 0 R>>>>'
    object(
      own,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources${resources}>>`,
    )
    const packed = deflateSync(Buffer.from(page.content, 'latin1'), { level: 1 })
    object(content, `<</Length ${packed.length}/Filter/FlateDecode>>`, packed)
  }
  const start = length
  write(`xref\n0 ${offsets.length}\n`)
  for (let number = 0; number < offsets.length; number++) {
    const offset = offsets[number]
    write(
      `${String(offset ?? 0).padStart(10, '0')} ${offset === undefined ? '65535 f' : '00000 n'} \n`,
    )
  }
  write(`trailer<</Size ${offsets.length}/Root 1 0 R/Info 3 0 R>>\nstartxref\n${start}\n%%EOF`)
  return Buffer.concat(parts)
}

type WriteObject = (number: number, head: string, stream?: Buffer) => void

function fontObjects(object: WriteObject, first: number, face: FaceName): void {
  const { file, widths } = faces[face]
  const name = `NAVETT+SourceSans3${face}`
  object(
    first,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${first + 1} 0 R]>>`,
  )
  object(
    first + 1,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${first + 2} 0 R/W[0[${widths}]]/CIDToGIDMap/Identity>>`,
  )
  object(
    first + 2,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[-450 -900 2200 1100]/ItalicAngle 0/Ascent 984/Descent -273/CapHeight 660/StemV 80/FontFile2 ${first + 3} 0 R>>`,
  )
  object(first + 3, `<</Length ${file.length}/Filter/FlateDecode>>`, file)
}
