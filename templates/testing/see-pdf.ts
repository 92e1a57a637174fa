import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { withPdf } from './read-pdf.js'

/** A page as ink and paper, in grey: what a printer and a scanner see. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly perMm: number
  /** RGBA. */
  readonly data: Uint8ClampedArray
  isDark(x: number, y: number): boolean
}

const POINTS_PER_INCH = 72

export function pixelsOf(bytes: Uint8Array, page: number, dpi: number): Promise<Pixels> {
  return withPdf(bytes, async (pdf) => {
    const sheet = await pdf.getPage(page)
    const viewport = sheet.getViewport({ scale: dpi / POINTS_PER_INCH })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    // The reader's own factory: paths made by another copy of the canvas are refused.
    const { canvas, context } = factoryOf(pdf.canvasFactory).create(width, height)
    await sheet.render({ canvas, canvasContext: context, viewport }).promise
    const { data } = context.getImageData(0, 0, width, height)
    const isDark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128
    return { width, height, perMm: dpi / 25.4, data, isDark }
  })
}

interface CanvasFactory {
  create(width: number, height: number): { canvas: Canvas; context: SKRSContext2D }
}

/** The reader types its factory as a bare object. */
const factoryOf = (factory: object): CanvasFactory => factory as CanvasFactory

const scannerFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

/** Given its file, the scanner fetches nothing. */
const ready = prepareZXingModule({
  overrides: { wasmBinary: Uint8Array.from(readFileSync(scannerFile)).buffer },
  fireImmediately: true,
})

export interface Scanned {
  readonly format: string
  /** ASCII, with the separators a scanner would send. */
  readonly text: string
  /** `]d2` for a GS1 DataMatrix, `]C0` for a plain Code 128. */
  readonly symbology: string
}

/** Every barcode of a page, as a scanner reads it from the paper. */
export async function scan({ data, width, height }: Pixels): Promise<Scanned[]> {
  await ready
  const image = { data, width, height, colorSpace: 'srgb' as const }
  const found = await readBarcodes(image, {
    formats: ['DataMatrix', 'Code128'],
    maxNumberOfSymbols: 255,
    tryHarder: true,
    textMode: 'Plain',
  })
  return found.map(({ format, text, symbologyIdentifier }) => ({
    format,
    text,
    symbology: symbologyIdentifier,
  }))
}
