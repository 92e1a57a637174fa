import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { undrawable } from './kit/fonts.js'
import { documents, renderPdf } from './registry.js'
import { samples } from './samples.js'
import { allKinds, digestsOf, sha256 } from './testing/digests.js'
import { pagesOf } from './testing/read-pdf.js'

const run = promisify(execFile)
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

describe.each(allKinds())('%s', (kind) => {
  test('prints what its golden page says', async () => {
    const pages = await pagesOf(await renderPdf(kind, samples[kind]))
    const text = pages.map((lines, index) => [`[page ${index + 1}]`, ...lines, ''].join('\n'))
    await expect(text.join('\n')).toMatchFileSnapshot(path(`../test/golden/${kind}.txt`))
  })

  test('is the same after a round trip through JSON, byte for byte', async () => {
    const stored: unknown = JSON.parse(JSON.stringify(samples[kind]))
    const first = await renderPdf(kind, samples[kind])
    expect(sha256(await renderPdf(kind, stored))).toBe(sha256(first))
  })

  test('uses only characters the fonts can draw', () => {
    expect(textsIn(samples[kind]).flatMap(undrawable)).toEqual([])
  })

  test('refuses data that is not exactly what it prints', async () => {
    await expect(renderPdf(kind, { ...samples[kind], patientName: 'X' })).rejects.toThrow()
    await expect(renderPdf(kind, {})).rejects.toThrow()
  })
})

test('a fresh process in another time zone renders the same bytes in another order', async () => {
  const module = new URL('./testing/digests.ts', import.meta.url).href
  const script = `import { allKinds, digestsOf } from '${module}'
    process.stdout.write(JSON.stringify(await digestsOf(allKinds().reverse())))`
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const { stdout } = await run(process.execPath, flags, {
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' },
  })
  expect(JSON.parse(stdout)).toEqual(await digestsOf(allKinds()))
}, 30_000)

test('an unknown character is printed as a visible box and never stops a document', async () => {
  const note = { ...samples['delivery-note'], remark: 'Fragile 🧊, merci\u0007' }
  const pages = await pagesOf(await renderPdf('delivery-note', note))
  expect(pages.flat().join('\n')).toContain('Fragile □, merci')
})

test('every kind has a schema and a sample', () => {
  expect(Object.keys(samples).sort()).toEqual(Object.keys(documents).sort())
})
