import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js'

interface Word {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
}

/** Runs `read` on an opened file, then frees it. The bytes are copied: the reader detaches its buffer. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  read: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  try {
    return await read(await task.promise)
  } finally {
    await task.destroy()
  }
}

async function wordsOf(pdf: PDFDocumentProxy, pageNumber: number): Promise<Word[]> {
  const page = await pdf.getPage(pageNumber)
  const { items } = await page.getTextContent()
  return items.flatMap((item): Word[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
    return [{ text: item.str, x, y, end: x + item.width }]
  })
}

/** Words on one baseline, left to right; a real gap becomes ` | `, so that a column shows. */
function linesOf(words: readonly Word[]): string[] {
  const baselines = new Map<number, Word[]>()
  for (const word of words) {
    const near = [...baselines.keys()].find((y) => Math.abs(y - word.y) < 0.6) ?? word.y
    baselines.set(near, [...(baselines.get(near) ?? []), word])
  }
  const fromTop = [...baselines].sort(([a], [b]) => b - a)
  return fromTop.map(([, line]) => {
    const sorted = line.sort((a, b) => a.x - b.x)
    return sorted.reduce((text, word, index) => {
      const before = sorted[index - 1]
      if (!before) return word.text
      return `${text}${word.x - before.end > 4 ? ' | ' : ''}${word.text}`
    }, '')
  })
}

/** The text of each page, line by line from the top. */
export function pagesOf(bytes: Uint8Array): Promise<string[][]> {
  return withPdf(bytes, async (pdf) => {
    const pages: string[][] = []
    for (let page = 1; page <= pdf.numPages; page++) pages.push(linesOf(await wordsOf(pdf, page)))
    return pages
  })
}
