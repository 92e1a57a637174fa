import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { handle } from '../../../jobs/handle.js'
import { DomainError } from '../../../src/kernel/errors.js'
import { listDeadLetters } from '../../../src/operations/list-dead-letters.js'
import { readJob } from '../../../src/operations/read-job.js'
import { retryDeadLetter } from '../../../src/operations/retry-dead-letter.js'
import type { Database } from '../../../src/platform/db/client.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { enqueue } from '../../../src/platform/outbox/enqueue.js'
import { drainOutbox } from '../../../src/platform/outbox/relay.js'
import { type JobTarget, openQueues, type Queues } from '../../../src/platform/queues/index.js'
import { freshDatabase, type TestDatabase } from '../../database.js'
import {
  aGrouping,
  BACKENDS,
  type BackendName,
  contextOf,
  log,
  missing,
  noting,
  open,
  queuesOn,
  type TestJob,
  testJob,
  working,
} from './queues-kit.js'

const SOON = { timeout: 15_000, interval: 50 }

describe.for(BACKENDS)('job queues on %s', (backend) => {
  const reason = missing(backend)
  if (reason !== undefined) {
    test.skip(`(${reason})`, () => undefined)
    return
  }

  let database: TestDatabase
  let db: Database
  let queues: Queues
  beforeAll(async () => {
    database = await freshDatabase()
    db = open(database)
    queues = queuesOn(backend, database)
  })
  afterAll(async () => {
    await queues.close()
    await db.close()
  })

  const ask = (job: TestJob, subjectId: string, groupingId = aGrouping()) => {
    const ctx = contextOf(db, groupingId)
    return inTransaction(ctx, async (tx) => {
      await enqueue(tx, ctx, job, { payload: { subjectId }, groupingId })
      return null
    })
  }
  const meta = { groupingId: null, requestId: 'test' }

  test('a job asked for in a transaction runs once it commits', async () => {
    const job = testJob('commit')
    const { runs, handler } = noting(job)
    await working({ db, queues }, [handler])

    await ask(job, 'a')

    await vi.waitFor(() => expect(runs).toEqual(['a']), SOON)
  })

  test('a job asked for in a transaction that fails never runs', async () => {
    const job = testJob('rollback')
    const { runs, handler } = noting(job)
    const ctx = contextOf(db, aGrouping())
    const failing = inTransaction(ctx, async (tx) => {
      await enqueue(tx, ctx, job, { payload: { subjectId: 'lost' }, groupingId: null })
      throw new DomainError('wrong-state', 'Changed its mind')
    })
    await expect(failing).rejects.toThrow('Changed its mind')
    await working({ db, queues }, [handler])

    await ask(job, 'kept')

    await vi.waitFor(() => expect(runs).toEqual(['kept']), SOON)
  })

  test('the same job id added twice has one effect', async () => {
    const job = testJob('twice')
    const { runs, handler } = noting(job)
    await queues.add(job, { subjectId: 'a' }, 'same', meta)
    await queues.add(job, { subjectId: 'a' }, 'same', meta)
    await working({ db, queues }, [handler])
    await vi.waitFor(() => expect(runs).toEqual(['a']), SOON)

    await queues.add(job, { subjectId: 'a' }, 'same', meta)
    await queues.add(job, { subjectId: 'last' }, 'after', meta)

    await vi.waitFor(() => expect(runs).toContain('last'), SOON)
    expect(runs).toEqual(['a', 'last'])
  })

  test('ids that look like numbers or hold a colon are taken too', async () => {
    const job = testJob('ids')
    const { runs, handler } = noting(job)
    await queues.add(job, { subjectId: 'number' }, '42', meta)
    await queues.add(job, { subjectId: 'colon' }, 'a:b', meta)

    await working({ db, queues }, [handler])

    await vi.waitFor(() => expect([...runs].sort()).toEqual(['colon', 'number']), SOON)
  })

  test('progress is visible while the job runs', async () => {
    const job = testJob('progress')
    const jobId = `progress-${randomUUID()}`
    const groupingId = aGrouping()
    let finish: () => void = () => undefined
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const handler = handle(job, async (_ctx, _payload, progress) => {
      await progress(40)
      await finished
      await progress(100)
    })
    await working({ db, queues }, [handler])
    await queues.add(job, { subjectId: 'a' }, jobId, { groupingId, requestId: 'test' })
    const ctx = contextOf(db, groupingId)
    const read = () => readJob(ctx, queues, { queue: 'runs', id: jobId })

    await vi.waitFor(
      async () => expect(await read()).toMatchObject({ state: 'active', percent: 40 }),
      SOON,
    )
    finish()
    await vi.waitFor(
      async () => expect(await read()).toMatchObject({ state: 'completed', percent: 100 }),
      SOON,
    )
    const stranger = readJob(contextOf(db, aGrouping()), queues, { queue: 'runs', id: jobId })
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a transient failure is tried again until it works', async () => {
    const job = testJob('transient')
    const { runs, handler } = noting(job, (run) => {
      if (run < 3) throw new Error('not yet')
    })
    await working({ db, queues }, [handler])

    await queues.add(job, { subjectId: 'a' }, `transient-${randomUUID()}`, meta)

    await vi.waitFor(() => expect(runs).toHaveLength(3), SOON)
    expect(await letters(database, job)).toEqual([])
  })

  test('a refusal of the domain is not tried again, and leaves a letter that can be sent back to work once', async () => {
    const job = testJob('refusal')
    const groupingId = aGrouping()
    const { runs, handler } = noting(job, (run) => {
      if (run === 1) throw new DomainError('wrong-state', 'Not possible yet')
    })
    await working({ db, queues }, [handler])
    await ask(job, 'a', groupingId)
    const ctx = contextOf(db, groupingId)
    const list = () => listDeadLetters(ctx, { limit: 10, retried: false })

    const [letter] = await vi.waitFor(async () => {
      const { items } = await list()
      expect(items).toHaveLength(1)
      return items
    }, SOON)
    expect(letter).toMatchObject({ error: 'wrong-state: Not possible yet', attempts: 1 })
    expect(runs).toHaveLength(1)

    await retryDeadLetter(ctx, letter?.id ?? '')
    await expect(retryDeadLetter(ctx, letter?.id ?? '')).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await vi.waitFor(() => expect(runs).toEqual(['a', 'a']), SOON)
    expect((await list()).items).toEqual([])
    const stranger = listDeadLetters(contextOf(db, aGrouping()), { limit: 10, retried: true })
    expect((await stranger).items).toEqual([])
  })

  test('a job that fails to the end leaves one letter that says why', async () => {
    const job = testJob('failure', 'once')
    const { handler } = noting(job, () => {
      throw new Error('the printer is on fire')
    })
    await working({ db, queues }, [handler])

    await ask(job, 'a')

    await vi.waitFor(
      async () =>
        expect(await letters(database, job)).toEqual([
          { error: 'Error: the printer is on fire', attempts: 1 },
        ]),
      SOON,
    )
  })

  test('a job that failed while nobody could write its letter gets it at the next start', async () => {
    const job = testJob('late-letter', 'once')
    const worker = queues.work({
      queue: 'runs',
      concurrency: 1,
      run: () => Promise.reject(new Error('no luck')),
      onDead: () => Promise.resolve(),
    })
    const jobId = `late-${randomUUID()}`
    await queues.add(job, { subjectId: 'a' }, jobId, meta)
    await vi.waitFor(
      async () => expect((await queues.find('runs', jobId))?.state).toBe('failed'),
      SOON,
    )
    await worker.close()

    await working({ db, queues }, [noting(job).handler])

    expect(await letters(database, job)).toHaveLength(1)
  })

  test('a process killed between handing over and stamping gives no second effect', async () => {
    const job = testJob('killed')
    const { runs, handler } = noting(job)
    const targets = new Map<string, JobTarget>([[job.name, job]])
    await ask(job, 'a')
    const dying: Pick<Queues, 'addAll'> = {
      addAll: async (jobs) => {
        await queues.addAll(jobs)
        throw new Error('killed')
      },
    }
    const clock = () => new Date()
    await expect(drainOutbox({ db, queues: dying, targets, clock })).rejects.toThrow('killed')
    await working({ db, queues }, [handler])
    await vi.waitFor(() => expect(runs).toEqual(['a']), SOON)

    await vi.waitFor(async () => expect(await waiting(database, job)).toBe(0), SOON)
    await ask(job, 'last')

    await vi.waitFor(() => expect(runs).toContain('last'), SOON)
    expect(runs).toEqual(['a', 'last'])
  })

  test('closing lets the running job finish', async () => {
    const job = testJob('closing')
    let finish: () => void = () => undefined
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const steps: string[] = []
    const handler = handle(job, async () => {
      steps.push('started')
      await finished
      steps.push('finished')
    })
    const stop = await working({ db, queues }, [handler])
    await queues.add(job, { subjectId: 'a' }, `closing-${randomUUID()}`, meta)
    await vi.waitFor(() => expect(steps).toEqual(['started']), SOON)

    const stopped = stop().then(() => steps.push('stopped'))
    finish()
    await stopped

    expect(steps).toEqual(['started', 'finished', 'stopped'])
  })

  test('a schedule runs again and again, and is gone when no version wants it', async () => {
    const job = testJob('scheduled', 'once')
    const { runs, handler } = noting(job)
    const data = { payload: { subjectId: 'tick' }, groupingId: null }
    await working({ db, queues }, [handler])

    await queues.schedule('test-tick', job, data, { everyMs: 200 })
    await vi.waitFor(() => expect(runs.length).toBeGreaterThan(1), SOON)
    await queues.keepSchedules([])
    const counts = await queues.counts()

    expect(counts.runs.delayed).toBe(0)
  })
})

/** What an operator, a failover or a firewall does to connections that work. */
const END_EVERY_CONNECTION: Record<BackendName, (database: TestDatabase) => Promise<void>> = {
  postgres: async ({ ownerUrl }) => {
    await onDatabase(
      ownerUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
  },
  redis: async () => {
    const redis = new Redis(inject('redisUrl'))
    await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await redis.quit()
  },
}

test.for(BACKENDS)(
  'queues on %s and their relay recover when the server ends every connection',
  async (backend, { skip }) => {
    const reason = missing(backend)
    if (reason !== undefined) return skip(reason)
    const database = await freshDatabase()
    const db = open(database)
    const queues = queuesOn(backend, database)
    const job = testJob('terminated')
    const { runs, handler } = noting(job)
    const stop = await working({ db, queues }, [handler])
    const ctx = contextOf(db, aGrouping())
    const ask = (subjectId: string) =>
      inTransaction(ctx, async (tx) => {
        await enqueue(tx, ctx, job, { payload: { subjectId }, groupingId: null })
        return null
      })
    try {
      await ask('before')
      await vi.waitFor(() => expect(runs).toEqual(['before']), SOON)

      await END_EVERY_CONNECTION[backend](database)
      await vi.waitFor(() => ask('after'), SOON)

      await vi.waitFor(() => expect(runs).toEqual(['before', 'after']), SOON)
    } finally {
      await stop()
      await queues.close()
      await db.close()
    }
  },
)

test.for([
  ['postgres', { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' }],
  ['redis', { databaseUrl: '', redisUrl: 'redis://127.0.0.1:1' }],
] as const)(
  'queues on %s that cannot be reached are named as such within seconds, and close',
  async ([, location]) => {
    const queues = openQueues({ ...location, log })
    const job = testJob('nowhere')
    const meta = { groupingId: null, requestId: 'r' }

    await expect(queues.counts()).rejects.toMatchObject({ code: 'queue-unavailable' })
    await expect(queues.add(job, { subjectId: 'a' }, 'a', meta)).rejects.toMatchObject({
      code: 'queue-unavailable',
    })

    await queues.close()
  },
)

const letters = (database: TestDatabase, { name }: TestJob) =>
  onDatabase(database.ownerUrl, 'select error, attempts from dead_letter where job_name = $1', [
    name,
  ])

async function waiting(database: TestDatabase, { name }: TestJob): Promise<number> {
  const rows = await onDatabase(
    database.ownerUrl,
    'select id from outbox_message where published_at is null and job_name = $1',
    [name],
  )
  return rows.length
}

async function onDatabase(
  url: string,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, [...params])).rows
  } finally {
    await client.end()
  }
}
