import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { renderDocument as renderDocumentHandler } from '../../../jobs/handlers/documents.js'
import {
  documentNumberGaps,
  documentRoutes,
  getDocument,
  issueDocument,
  listDocuments,
  renderDocument,
  rendersTheSame,
} from '../../../src/documents/index.js'
import { DocumentId } from '../../../src/kernel/ids.js'
import { openBlobs } from '../../../src/platform/blobs/index.js'
import type { Context } from '../../../src/platform/context.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { createRouter } from '../../../src/platform/http/contract.js'
import { onError } from '../../../src/platform/http/problem.js'
import { openWorld, type World } from '../../builders/world.js'
import { type Cast, dispatched, openCast, stocked } from '../orders/journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

/** Bytes by their hash, kept in memory: storage is a true edge. */
function memoryBlobs() {
  const kept = new Map<string, Uint8Array>()
  return {
    puts: () => kept.size,
    put: async (bytes: Uint8Array) => {
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
      const sha256 = Buffer.from(digest).toString('hex')
      kept.set(sha256, bytes)
      return { sha256, sizeBytes: bytes.length }
    },
    get: async (sha256: string) => {
      const bytes = kept.get(sha256)
      if (bytes === undefined) throw new Error(`no ${sha256}`)
      return bytes
    },
  }
}

const render = renderDocumentKind

const issue = (ctx: Context, kind: string, { fails = false } = {}) =>
  inTransaction(ctx, async (tx) => {
    const issued = await issueDocument(tx, ctx, {
      groupingId: cast.groupingId,
      kind,
      numberPrefix: 'X',
      title: ({ number }) => `Essai ${number}`,
      format: 'pdf',
      data: { any: 'data' },
      subject: { type: 'test', id: cast.groupingId },
    })
    if (fails) throw new Error('rolled back')
    return { ...issued }
  })

const gaps = (kind: string) =>
  world.owner.prisma.$transaction(async (tx) =>
    (await documentNumberGaps(tx)).filter((gap) => gap.kind === kind),
  )

describe('numbers', () => {
  test('run without a gap although half of the transactions roll back at the same time', async () => {
    const kind = 'series-under-fire'
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => issue(cast.pharmacist, kind, { fails: i % 2 === 0 })),
    )
    const numbers = results.flatMap((result) =>
      result.status === 'fulfilled' ? [result.value.number] : [],
    )
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, i) => `X-2026-${String(i + 1).padStart(5, '0')}`),
    )
    expect(await gaps(kind)).toEqual([])
  })

  test('start again with the civil year of the grouping', async () => {
    const kind = 'yearly-series'
    await issue(cast.pharmacist, kind)
    // Half past midnight in Paris is still the old year in UTC.
    world.clock.set('2026-12-31T23:30:00Z')
    expect((await issue(cast.pharmacist, kind)).number).toBe('X-2027-00001')
    world.clock.set('2026-03-12T08:00:00Z')
  })

  test('that are missing are found', async () => {
    const kind = 'series-with-a-hole'
    await issue(cast.pharmacist, kind)
    await issue(cast.pharmacist, kind)
    const row = await world.owner.prisma.document.findFirstOrThrow({ where: { kind } })
    const { data, ...rest } = row
    await world.owner.prisma.document.create({
      data: {
        ...rest,
        data: data ?? {},
        id: crypto.randomUUID(),
        number: 'X-2026-00009',
        sequence: 9,
      },
    })
    expect(await gaps(kind)).toMatchObject([{ highest: 9, issued: 3 }])
  })
})

describe('a delivery note', () => {
  test('is drawn once from what was true when the goods left, and drawn again gives the same bytes', async () => {
    const productId = await stocked(cast, 10, { lotNumber: 'LOT-77', expiresOn: '2027-09-30' })
    const delivery = await dispatched(cast, [{ productId, units: 6 }])
    const noteId = DocumentId.parse(delivery.noteId)
    await world.owner.prisma.lot.updateMany({
      where: { productId },
      data: { lotNumber: 'CHANGED' },
    })
    const blobs = memoryBlobs()
    await renderDocument(cast.pharmacist, noteId, { render, blobs })
    await renderDocument(cast.pharmacist, noteId, { render, blobs })
    expect(blobs.puts()).toBe(1)

    const note = await getDocument(cast.receiver, noteId)
    expect(note).toMatchObject({
      kind: 'delivery-note',
      number: delivery.noteNumber,
      content: { mediaType: 'application/pdf' },
    })
    const stored = await world.owner.prisma.document.findUniqueOrThrow({ where: { id: noteId } })
    expect(JSON.stringify(stored.data)).toContain('LOT-77')
    const same = await inTransaction(cast.pharmacist, (tx) => rendersTheSame(tx, noteId, render))
    expect(same).toBe(true)
    const other = async () => new Uint8Array([1])
    const differs = await inTransaction(cast.pharmacist, (tx) => rendersTheSame(tx, noteId, other))
    expect(differs).toBe(false)
  })

  test('of narcotics and the labels of totes are drawn as well', async () => {
    const productId = await stocked(cast, 7, { isNarcotic: true })
    const delivery = await dispatched(cast, [{ productId, units: 7 }], 'narcotics')
    const issued = await listDocuments(cast.pharmacist, { subjectId: delivery.id, limit: 10 })
    expect(issued.items.map(({ kind }) => kind).toSorted()).toEqual([
      'narcotics-note',
      'tote-label',
    ])
    const blobs = memoryBlobs()
    for (const { id } of issued.items) await renderDocument(cast.pharmacist, id, { render, blobs })
    expect(blobs.puts()).toBe(2)
  })

  test('belongs to its member and to the hub', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await dispatched(cast, [{ productId, units: 6 }])
    const { groupingId } = cast
    const { establishmentId } = await world.given.member(groupingId)
    const stranger = await world.as({ role: 'receiver', groupingId, establishmentId })
    await expect(getDocument(stranger, DocumentId.parse(delivery.noteId))).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await listDocuments(stranger, { limit: 10 })).items).toEqual([])
  })
})

describe('the job that draws', () => {
  test('is asked for with the document, acts for the hub, and keeps the file where documents are', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await dispatched(cast, [{ productId, units: 6 }])
    const noteId = DocumentId.parse(delivery.noteId)
    const asked = await world.owner.prisma.outboxMessage.findFirstOrThrow({
      where: { jobName: 'documents.render', jobId: `document-${noteId}` },
    })
    const folder = mkdtempSync(join(tmpdir(), 'navette-documents-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const blobs = openBlobs(folder)
    const { db, clock } = world
    const metrics = { observe: () => {} }
    await renderDocumentHandler.run(
      { db, clock: clock.now, log: cast.pharmacist.log, metrics, blobs, render },
      {
        id: asked.jobId,
        name: asked.jobName,
        queue: 'documents',
        attempt: 1,
        data: {
          payload: asked.payload,
          groupingId: asked.groupingId,
          requestId: asked.requestId,
        },
        progress: async () => {},
      },
    )
    const { content } = await getDocument(cast.receiver, noteId)
    const bytes = await blobs.get(content?.sha256 ?? '')
    expect(bytes?.length).toBe(content?.sizeBytes)
  })
})

describe('the bytes of a document', () => {
  test('are asked for again while they are drawn, then served under their hash for ever', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await dispatched(cast, [{ productId, units: 6 }])
    const noteId = DocumentId.parse(delivery.noteId)
    const blobs = memoryBlobs()
    const app = createRouter()
      .use(async (c, next) => {
        c.set('ctx', cast.receiver)
        c.set('log', cast.receiver.log)
        c.set('checksReplies', true)
        await next()
      })
      .route('/', documentRoutes(blobs))
    app.onError(onError)

    const early = await app.request(`/documents/${noteId}/content`)
    expect(early.status).toBe(409)
    expect(early.headers.get('retry-after')).toBe('2')
    expect(await early.json()).toMatchObject({ code: 'document-not-ready' })

    await renderDocument(cast.pharmacist, noteId, { render, blobs })
    const drawn = await app.request(`/documents/${noteId}/content`)
    expect(drawn.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await drawn.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(drawn.headers.get('content-disposition')).toMatch(
      /^inline; filename="BL-2026-\d+\.pdf"; filename\*=UTF-8''BL-2026-\d+\.pdf$/,
    )
    const etag = drawn.headers.get('etag') ?? ''
    const again = await app.request(`/documents/${noteId}/content`, {
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
  })
})
