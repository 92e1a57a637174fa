import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from '../../../src/kernel/calendar.js'
import { DomainError } from '../../../src/kernel/errors.js'
import type { Database } from '../../../src/platform/db/client.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { enqueue } from '../../../src/platform/outbox/enqueue.js'
import { drainOutbox } from '../../../src/platform/outbox/relay.js'
import { startRelay } from '../../../src/platform/outbox/relay-loop.js'
import type { JobTarget, NewJob } from '../../../src/platform/queues/index.js'
import { freshDatabase, type TestDatabase } from '../../database.js'
import { aGrouping, contextOf, log, open, type TestJob, testJob } from './queues-kit.js'

const KILLED_RELAY = join(import.meta.dirname, 'outbox-killed-relay.ts')
const SOON = { timeout: 10_000, interval: 10 }

describe('the outbox', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await freshDatabase()
    db = open(database)
  })
  afterAll(() => db.close())

  const groupingId = aGrouping()
  const ask = (job: TestJob, ...subjects: readonly string[]) => {
    const ctx = contextOf(db, groupingId)
    return inTransaction(ctx, async (tx) => {
      for (const subjectId of subjects) {
        await enqueue(tx, ctx, job, { payload: { subjectId }, groupingId })
      }
      return ctx.requestId
    })
  }
  const relayOf = (job: TestJob, queue: Taking) => ({
    db,
    queues: queue,
    targets: new Map<string, JobTarget>([[job.name, job]]),
    clock: systemClock,
  })

  test('hands each message over once, oldest first, with its grouping and its request', async () => {
    const job = testJob('order')
    const queue = new Taking()
    const subjects = Array.from({ length: 250 }, (_, i) => `s${i}`)
    const requestId = await ask(job, ...subjects)

    expect(await drainOutbox(relayOf(job, queue))).toBe(250)
    expect(await drainOutbox(relayOf(job, queue))).toBe(0)

    expect(queue.subjects()).toEqual(subjects)
    expect(queue.taken[0]).toMatchObject({
      jobId: 'order-s0',
      data: { payload: { subjectId: 's0' }, groupingId, requestId },
    })
  })

  test('relays that work at the same time share the messages', async () => {
    const job = testJob('shared')
    const queue = new Taking()
    const subjects = Array.from({ length: 300 }, (_, i) => `s${i}`)
    await ask(job, ...subjects)

    const drained = await Promise.all(
      Array.from({ length: 4 }, () => drainOutbox(relayOf(job, queue))),
    )

    expect(drained.reduce((sum, count) => sum + count, 0)).toBe(300)
    expect(queue.subjects().toSorted()).toEqual(subjects.toSorted())
  })

  test('keeps a message for a job this version does not know', async () => {
    const [known, unknown] = [testJob('known'), testJob('unknown')]
    const queue = new Taking()
    await ask(unknown, 'a')
    await ask(known, 'b')

    await drainOutbox(relayOf(known, queue))
    expect(queue.subjects()).toEqual(['b'])

    await drainOutbox(relayOf(unknown, queue))
    expect(queue.subjects()).toEqual(['b', 'a'])
  })

  test('keeps everything while the queue is away, and hands it over when it is back', async () => {
    const job = testJob('outage')
    const queue = new Taking()
    queue.isAway = true
    const relay = startRelay({ ...relayOf(job, queue), log })
    onTestFinished(() => relay.close())
    await ask(job, 'a', 'b')
    await vi.waitFor(() => expect(queue.refusals).toBeGreaterThan(0), SOON)

    queue.isAway = false

    await vi.waitFor(() => expect(queue.subjects()).toEqual(['a', 'b']), SOON)
  })

  test('is relayed at the commit, not at the next sweep', async () => {
    const job = testJob('prompt')
    const queue = new Taking()
    const relay = startRelay({ ...relayOf(job, queue), log })
    onTestFinished(() => relay.close())
    await ask(job, 'warm')
    await vi.waitFor(() => expect(queue.subjects()).toEqual(['warm']), SOON)

    for (const subject of ['a', 'b', 'c']) {
      await ask(job, subject)
      await vi.waitFor(() => expect(queue.subjects()).toContain(subject), {
        timeout: 1_000,
        interval: 5,
      })
    }
  })

  test('refuses a payload that does not fit before anything is written', async () => {
    const job = testJob('misfit')
    const ctx = contextOf(db, groupingId)
    const misfit: { subjectId: string } = JSON.parse('{"subjectId": 1}')
    const asking = inTransaction(ctx, async (tx) => {
      await enqueue(tx, ctx, job, { payload: misfit, groupingId })
      return null
    })

    await expect(asking).rejects.toThrow(/subjectId/)
  })

  test('a relay whose process is killed after handing over leaves the message for the next one', async () => {
    const job = testJob('killed')
    const queue = new Taking()
    await ask(job, 'a')

    const dying = spawn(
      process.execPath,
      ['--import', 'tsx', KILLED_RELAY, database.appUrl, job.name],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    dying.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const [, signal] = await once(dying, 'close')
    expect(signal).toBe('SIGKILL')
    expect(said).toBe('handed over killed-a')

    // The server notices within moments that its client is gone, and gives the row's lock back.
    await vi.waitFor(async () => expect(await drainOutbox(relayOf(job, queue))).toBe(1), SOON)
    expect(queue.taken.map(({ jobId }) => jobId)).toEqual(['killed-a'])
  })

  test('cannot be read by a caller, only written', async () => {
    const job = testJob('private')
    await ask(job, 'a')
    const seen = await inTransaction(contextOf(db, groupingId), (tx) => tx.outboxMessage.count())

    expect(seen).toBe(0)
    expect(await inOutbox(database, job)).toBe(1)
  })
})

/** A queue that takes what it is given, or is away. */
class Taking {
  readonly taken: NewJob[] = []
  refusals = 0
  isAway = false

  addAll(jobs: readonly NewJob[]): Promise<void> {
    if (this.isAway) {
      this.refusals += 1
      return Promise.reject(new DomainError('queue-unavailable', 'Away'))
    }
    this.taken.push(...jobs)
    return Promise.resolve()
  }

  subjects(): string[] {
    return this.taken.map(({ data }) =>
      typeof data.payload === 'object' && data.payload !== null && 'subjectId' in data.payload
        ? String(data.payload.subjectId)
        : '',
    )
  }
}

async function inOutbox(database: TestDatabase, { name }: TestJob): Promise<number> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from outbox_message where job_name = $1', [
      name,
    ])
    return rowCount ?? 0
  } finally {
    await client.end()
  }
}
