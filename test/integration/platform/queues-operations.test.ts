import { createHash, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { declareJob } from '../../../jobs/declare.js'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { startWorker } from '../../../jobs/worker.js'
import { systemClock } from '../../../src/kernel/calendar.js'
import { GroupingId } from '../../../src/kernel/ids.js'
import {
  operationRoutes,
  pruneRecords,
  requestEachGrouping,
} from '../../../src/operations/index.js'
import type { Context } from '../../../src/platform/context.js'
import type { Database } from '../../../src/platform/db/client.js'
import { asSystem } from '../../../src/platform/db/transaction.js'
import type { AppEnv } from '../../../src/platform/http/env.js'
import { onError } from '../../../src/platform/http/problem.js'
import { drainOutbox } from '../../../src/platform/outbox/relay.js'
import {
  createJobMetrics,
  type JobTarget,
  QUEUE_BOARD_PATH,
  type Queues,
  queueBoard,
} from '../../../src/platform/queues/index.js'
import { freshDatabase, type TestDatabase } from '../../database.js'
import {
  aGrouping,
  contextOf,
  log,
  noting,
  open,
  queuesOn,
  testJob,
  working,
} from './queues-kit.js'

const SOON = { timeout: 10_000, interval: 50 }

describe('operations', () => {
  let database: TestDatabase
  let db: Database
  let queues: Queues
  beforeAll(async () => {
    database = await freshDatabase()
    db = open(database)
    queues = queuesOn('postgres', database)
  })
  afterAll(async () => {
    await queues.close()
    await db.close()
  })

  const get = async (ctx: Context, path: string, method = 'GET') => {
    const app = new Hono<AppEnv>()
      .use(async (c, next) => {
        c.set('ctx', ctx)
        c.set('checksReplies', true)
        c.set('requestId', ctx.requestId)
        c.set('log', log)
        await next()
      })
      .route('/', operationRoutes(queues))
    app.onError(onError)
    const response = await app.request(path, { method })
    return { status: response.status, body: z.json().parse(await response.json()) }
  }

  test('an administrator sees the queues, and the jobs of their own grouping without payloads', async () => {
    const job = testJob('listed')
    const [own, other] = [aGrouping(), aGrouping()]
    const meta = (groupingId: GroupingId) => ({ groupingId, requestId: 'r' })
    await queues.add(job, { subjectId: 'hidden' }, `own-${own}`, meta(own))
    await queues.add(job, { subjectId: 'hidden' }, `other-${other}`, meta(other))

    const { status, body } = await get(contextOf(db, own), '/jobs')

    expect(status).toBe(200)
    expect(body).toMatchObject({
      queues: expect.arrayContaining([expect.objectContaining({ queue: 'runs', waiting: 2 })]),
      recent: [{ id: `own-${own}`, queue: 'runs', state: 'waiting', percent: 0 }],
    })
    expect(JSON.stringify(body)).not.toContain('hidden')
  })

  test('an auditor reads jobs and dead letters, and sends nothing back to work', async () => {
    const groupingId = aGrouping()
    const ctx = contextOf(db, groupingId)
    const grants = [{ role: 'auditor', groupingId }] as const
    const auditor = { ...ctx, actor: { ...ctx.actor, grants } }
    const id = await letter(db, groupingId, '2026-03-01T00:00:00Z')

    expect((await get(auditor, '/jobs')).status).toBe(200)
    expect((await get(auditor, '/dead-letters')).body).toMatchObject({ items: [{ id }] })
    expect((await get(auditor, `/dead-letters/${id}/retry`, 'POST')).status).toBe(403)
  })

  test('somebody who administers nothing is refused, and learns of no job', async () => {
    const ctx = contextOf(db, aGrouping())
    const grants = [{ role: 'pharmacist', groupingId: aGrouping() }] as const
    const pharmacist = { ...ctx, actor: { ...ctx.actor, grants } }

    expect((await get(pharmacist, '/jobs')).status).toBe(403)
    expect((await get(pharmacist, '/dead-letters')).status).toBe(403)
    expect((await get(pharmacist, '/jobs/runs/nothing')).status).toBe(404)
    expect((await get(pharmacist, '/jobs/nowhere/x')).status).toBe(422)
  })

  test('dead letters come in pages, latest first, and only their administrators may retry them', async () => {
    const groupingId = aGrouping()
    const ctx = contextOf(db, groupingId)
    for (const day of [1, 2, 3]) await letter(db, groupingId, `2026-03-0${day}T00:00:00Z`)

    const first = await get(ctx, '/dead-letters?limit=2')
    const page = z
      .object({
        items: z.array(z.object({ id: z.string(), failedAt: z.string() })),
        nextCursor: z.string(),
      })
      .parse(first.body)
    const second = await get(ctx, `/dead-letters?limit=2&cursor=${page.nextCursor}`)

    expect(page.items.map(({ failedAt }) => failedAt.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-02',
    ])
    expect(second.body).toMatchObject({ items: [{ failedAt: '2026-03-01T00:00:00.000Z' }] })
    const path = `/dead-letters/${page.items[0]?.id}/retry`
    expect((await get(contextOf(db, aGrouping()), path, 'POST')).status).toBe(404)
    expect((await get(ctx, path, 'POST')).status).toBe(202)
    expect((await get(ctx, path, 'POST')).status).toBe(409)
  })

  test('a letter of the program itself is for any administrator', async () => {
    const id = await letter(db, null, '2026-03-01T00:00:00Z')

    const { body } = await get(contextOf(db, aGrouping()), '/dead-letters')
    const retried = await get(contextOf(db, aGrouping()), `/dead-letters/${id}/retry`, 'POST')

    expect(body).toMatchObject({ items: [{ id, groupingId: null }] })
    expect(retried.status).toBe(202)
  })

  test('a schedule for each grouping gives every one its job, once per occurrence', async () => {
    const groupings = [aGrouping(), aGrouping()]
    for (const id of groupings) await found(db, id)
    const job = declareJob({
      name: `test.each-${randomUUID()}`,
      queue: 'runs',
      payload: z.strictObject({ groupingId: GroupingId }),
      retry: 'once',
      jobId: ({ groupingId }) => `each-${groupingId}`,
    })
    const taken: string[] = []
    const targets = new Map<string, JobTarget>([[job.name, job]])
    const taking: Pick<Queues, 'addAll'> = {
      addAll: async (jobs) => void taken.push(...jobs.map(({ jobId }) => jobId)),
    }
    const occurrence = (requestId: string) =>
      requestEachGrouping({ ...contextOf(db, aGrouping()), requestId }, job)

    await occurrence('monday')
    await occurrence('monday')
    await occurrence('tuesday')
    await drainOutbox({ db, queues: taking, targets, clock: systemClock })

    const [a, b] = groupings
    expect([...new Set(taken)].sort()).toEqual(
      [`each-${a}-monday`, `each-${a}-tuesday`, `each-${b}-monday`, `each-${b}-tuesday`].sort(),
    )
  })

  test('records are forgotten after thirty days, but never a message that was not handed over', async () => {
    const job = testJob('pruned')
    const day = (offset: number) => new Date(Date.UTC(2026, 2, 31 + offset))
    const message = (createdAt: Date, publishedAt: Date | null) => ({
      jobName: job.name,
      jobId: randomUUID(),
      payload: {},
      requestId: 'r',
      createdAt,
      publishedAt,
    })
    await asSystem(db, async (tx) => {
      await tx.outboxMessage.createMany({
        data: [message(day(-31), day(-31)), message(day(-31), day(-29)), message(day(-90), null)],
      })
      const answer = { ownerId: randomUUID(), fingerprint: 'f' }
      await tx.idempotencyRecord.createMany({
        data: [
          { ...answer, key: 'old', createdAt: day(-31) },
          { ...answer, key: 'new', createdAt: day(-29) },
        ],
      })
    })

    const pruned = await pruneRecords({ ...contextOf(db, aGrouping()), clock: () => day(0) })

    expect(pruned).toEqual({ messages: 1, answers: 1 })
    const kept = await asSystem(db, (tx) =>
      tx.outboxMessage.count({ where: { jobName: job.name } }),
    )
    expect(kept).toBe(2)
  })

  test('the board opens in a browser and shows the queues', async () => {
    const app = new Hono().route(QUEUE_BOARD_PATH, queueBoard(queues))

    const page = await app.request(QUEUE_BOARD_PATH)
    const list = await app.request(`${QUEUE_BOARD_PATH}/api/queues`)

    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Navette')
    expect(await list.text()).toContain('"name":"upkeep"')
  })

  test('durations and waiting jobs are measured', async () => {
    const registry = new Registry()
    const metrics = createJobMetrics(registry, queues)
    metrics.observe({ queue: 'runs', job: 'test.measured', outcome: 'done', seconds: 0.2 })

    const text = await registry.metrics()

    expect(text).toContain('navette_job_duration_seconds_count{queue="runs",job="test.measured"')
    expect(text).toMatch(/navette_queue_jobs\{queue="runs",state="waiting"\} \d/)
  })

  test('the program’s own schedules start with the worker and run', async () => {
    const own = await freshDatabase()
    const ownDb = open(own)
    const ownQueues = queuesOn('postgres', own)
    const metrics = createJobMetrics(new Registry(), ownQueues)
    const blobs = unusedBlobs()
    const worker = await startWorker({
      db: ownDb,
      queues: ownQueues,
      clock: systemClock,
      log,
      metrics,
      blobs,
      render: renderDocumentKind,
    })
    onTestFinished(async () => {
      await worker.close()
      await ownQueues.close()
      await ownDb.close()
    })

    await vi.waitFor(
      async () => expect((await ownQueues.counts()).upkeep.completed).toBeGreaterThan(0),
      { timeout: 15_000, interval: 100 },
    )
    const letters = await asSystem(ownDb, (tx) => tx.deadLetter.count())
    expect(letters).toBe(0)
  })

  test('a worker that stops and starts again takes what was left', async () => {
    const job = testJob('restart')
    const { runs, handler } = noting(job)
    const stop = await working({ db, queues }, [handler])
    await stop()
    await queues.add(job, { subjectId: 'left' }, `left-${randomUUID()}`, {
      groupingId: null,
      requestId: 'r',
    })

    await working({ db, queues }, [handler])

    await vi.waitFor(() => expect(runs).toEqual(['left']), SOON)
  })
})

const unusedBlobs = () => ({
  put: () => Promise.reject(new TypeError('not used')),
  get: () => Promise.reject(new TypeError('not used')),
  has: () => Promise.reject(new TypeError('not used')),
  check: () => Promise.resolve(),
})

async function letter(
  db: Database,
  groupingId: GroupingId | null,
  failedAt: string,
): Promise<string> {
  const id = randomUUID()
  await asSystem(db, (tx) =>
    tx.deadLetter.create({
      data: {
        id,
        jobName: 'test.letter',
        jobId: createHash('sha256').update(id).digest('hex'),
        payload: {},
        groupingId,
        error: 'Error: no',
        attempts: 5,
        failedAt: new Date(failedAt),
      },
    }),
  )
  return id
}

async function found(db: Database, id: GroupingId): Promise<void> {
  await asSystem(db, (tx) =>
    tx.grouping.create({
      data: {
        id,
        kind: 'pharmacy',
        code: id.slice(-8),
        name: 'PUI d’essai',
        legalForm: 'groupement de coopération sanitaire',
        address: '1 rue de l’Essai',
        phone: '01 00 00 00 00',
        legalMention: 'Exonération de TVA',
        responsibleName: 'Dominique Essai',
        responsiblePhone: '01 00 00 00 01',
        createdAt: new Date(),
      },
    }),
  )
}
