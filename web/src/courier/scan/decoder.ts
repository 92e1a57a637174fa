import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Labels of totes and bags, GS1 codes of boxes, and what other systems print. */
const FORMATS = ['code_128', 'data_matrix', 'qr_code', 'ean_13', 'itf'] as const

let ready: Promise<BarcodeDetector> | undefined

/** The decoder, from our own server or its cache: the library's default is another company's. */
export function decoder(): Promise<BarcodeDetector> {
  ready ??= open().catch((error: unknown) => {
    ready = undefined
    throw error
  })
  return ready
}

async function open(): Promise<BarcodeDetector> {
  await prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) =>
        path.endsWith('.wasm') ? wasmUrl : prefix + path,
    },
    fireImmediately: true,
  })
  return new BarcodeDetector({ formats: [...FORMATS] })
}
