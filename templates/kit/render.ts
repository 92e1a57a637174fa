import PDFDocument from 'pdfkit'
import type { Face } from './fonts.js'
import { fonts } from './fonts.js'
import { Ink } from './ink.js'
import { mm } from './type.js'

/** Paper in millimetres, width × height. */
const PAPER = {
  A4: [210, 297],
  'A4-landscape': [297, 210],
  'label-100x150': [100, 150],
} as const
export type Paper = keyof typeof PAPER

/** What a viewer shows about the file. */
export interface Meta {
  readonly title: string
  readonly author: string
  /** From the data, never from the clock: the same data gives the same bytes. */
  readonly createdAt: Date
}

/** A document: everything printed is in `Data`, already resolved; `draw` decides nothing. */
export interface Template<Data> {
  paper(data: Data): Paper
  meta(data: Data): Meta
  draw(pages: Pages, data: Data): void
}

type Finish = (page: number, total: number) => void

/** The pages of one document. The first is open from the start. */
export class Pages {
  readonly ink: Ink
  readonly width: number
  readonly height: number
  readonly #doc: PDFKit.PDFDocument
  readonly #finishers: Finish[] = []

  constructor(doc: PDFKit.PDFDocument, [width, height]: readonly [number, number]) {
    this.#doc = doc
    this.width = width
    this.height = height
    this.ink = new Ink(doc)
  }

  add(): void {
    this.#doc.addPage()
  }

  /** Runs on each page once their number is known. */
  onFinish(finish: Finish): void {
    this.#finishers.push(finish)
  }

  /** Called once by the renderer. */
  finish(): void {
    const { count } = this.#doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(page)
      for (const finish of this.#finishers) finish(page + 1, count)
    }
  }
}

/** The XMP block that pdfkit writes is not escaped. */
const forMetadata = (text: string): string => text.replaceAll('&', 'et').replaceAll(/[<>]/g, ' ')

/** pdfkit accepts a parsed font and types only its files. */
const asFontSource = (font: unknown): PDFKit.Mixins.PDFFontSource =>
  font as PDFKit.Mixins.PDFFontSource

function open(paper: Paper, meta: Meta): PDFKit.PDFDocument {
  const [width, height] = PAPER[paper]
  const options: PDFKit.PDFDocumentOptions = {
    size: [mm(width), mm(height)],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: forMetadata(meta.title),
      Author: forMetadata(meta.author),
      Creator: 'Navette',
      CreationDate: meta.createdAt,
    },
  }
  // Without this, pdfkit also declares Helvetica; its types only know font names.
  const doc = new PDFDocument(Object.assign(options, { font: null }) as typeof options)
  for (const face of Object.keys(fonts) as Face[]) doc.registerFont(face, asFontSource(fonts[face]))
  return doc
}

/** Draws `data` and returns the file. Pure: no clock, no random identifier, no I/O. */
export function renderTemplate<Data>(template: Template<Data>, data: Data): Promise<Uint8Array> {
  const paper = template.paper(data)
  const doc = open(paper, template.meta(data))
  const [width, height] = PAPER[paper]
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    const pages = new Pages(doc, [mm(width), mm(height)])
    template.draw(pages, data)
    pages.finish()
    doc.end()
  })
}
