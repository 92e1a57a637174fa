import { afterEach, describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import { samples } from '../../templates/samples.js'
import { allKinds, sha256 } from '../../templates/testing/digests.js'
import { renderDocumentKind } from '../handlers/document-renderer.js'
import { openRenderPool, type RenderPool, type RenderPoolOptions } from './index.js'

const STARTING_MS = 30_000
const opened: RenderPool[] = []

function open(options: RenderPoolOptions = {}): RenderPool {
  const pool = openRenderPool(options)
  opened.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pool) => pool.close()))
})

/** A thread that does what its request says, for what no template may ever do. */
const obedient = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads'
    parentPort.on('message', ({ kind }) => {
      if (kind === 'throw') throw new Error('broken inside')
      if (kind === 'exit') process.exit(3)
      if (kind === 'loop') for (;;) {}
      parentPort.postMessage({ outcome: 'drawn', bytes: Uint8Array.of(threadId) })
    })`)}`,
)

describe('a rendering pool', () => {
  test(
    'draws the same bytes as this thread, for every kind, whichever thread draws',
    async () => {
      const pool = open({ size: 2 })
      const twice = [...allKinds(), ...allKinds()]
      const drawn = await Promise.all(twice.map((kind) => pool.render(kind, samples[kind])))
      for (const [index, kind] of twice.entries()) {
        const here = await renderDocumentKind(kind, samples[kind])
        expect(sha256(drawn[index] ?? new Uint8Array())).toBe(sha256(here))
      }
    },
    STARTING_MS,
  )

  test(
    'passes a refusal on as what it was, and keeps drawing',
    async () => {
      const pool = open({ size: 1 })
      await expect(pool.render('delivery-note', {})).rejects.toBeInstanceOf(ZodError)
      await expect(pool.render('unknown', {})).rejects.toMatchObject({
        name: 'DomainError',
        code: 'not-found',
      })
      await expect(pool.render('tote-label', { printed: () => 1 })).rejects.toThrow('clone')
      expect((await pool.render('tote-label', samples['tote-label'])).length).toBeGreaterThan(1_000)
    },
    STARTING_MS,
  )

  test.each([
    ['throw', 'broken inside'],
    ['exit', 'exited (3)'],
    ['loop', 'took over 300 ms'],
  ])('whose thread does a %s rejects that job only and replaces the thread', async (kind, told) => {
    const pool = open({ size: 1, script: obedient, timeoutMs: 300 })
    const [first] = await pool.render('draw', {})
    const lost = expect(pool.render(kind, {})).rejects.toThrow(told)
    const [second] = await pool.render('draw', {})
    await lost
    expect(second).not.toBe(first)
    expect([...(await pool.render('draw', {}))]).toEqual([second])
  })

  test('starts no more threads than its size', async () => {
    const pool = open({ size: 2, script: obedient })
    const threads = await Promise.all(Array.from({ length: 20 }, () => pool.render('draw', {})))
    expect(new Set(threads.map(([thread]) => thread)).size).toBeLessThanOrEqual(2)
  })

  test('once closed has no thread left, and rejects what was waiting and what comes', async () => {
    const pool = open({ size: 1, script: obedient })
    await pool.render('draw', {})
    expect(pool.threads).toBe(1)
    const running = expect(pool.render('loop', {})).rejects.toThrow('closed')
    const waiting = expect(pool.render('draw', {})).rejects.toThrow('closed')
    await pool.close()
    await Promise.all([running, waiting])
    await expect(pool.render('draw', {})).rejects.toThrow('closed')
    expect(pool.threads).toBe(0)
  })
})
