import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { inject, onTestFinished } from 'vitest'
import { z } from 'zod'
import { declareJob, type JobDeclaration } from '../../../jobs/declare.js'
import { handle, type RegisteredHandler } from '../../../jobs/handle.js'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { startWorker } from '../../../jobs/worker.js'
import { systemClock } from '../../../src/kernel/calendar.js'
import { GroupingId, newId, UserId } from '../../../src/kernel/ids.js'
import { openBlobs } from '../../../src/platform/blobs/index.js'
import type { Context } from '../../../src/platform/context.js'
import { type Database, openDatabase } from '../../../src/platform/db/client.js'
import { createJobMetrics, openQueues, type Queues } from '../../../src/platform/queues/index.js'
import type { TestDatabase } from '../../database.js'

export const log = pino({ level: 'silent' })

export const BACKENDS = ['postgres', 'redis'] as const
export type BackendName = (typeof BACKENDS)[number]

/** Why a backend cannot be tested on this machine; undefined when it can. */
export const missing = (backend: BackendName): string | undefined =>
  backend === 'redis' && inject('redisUrl') === ''
    ? 'no redis-server on this machine: install it (apt-get install redis-server), then run again'
    : undefined

let redisDatabases = 0

/** Queues of one test file's own: its database, or a numbered database of the run's Redis. */
export function queuesOn(backend: BackendName, database: TestDatabase): Queues {
  return openQueues({
    databaseUrl: database.appUrl,
    redisUrl: backend === 'redis' ? ownRedisUrl() : undefined,
    log,
  })
}

let redisUrl: string | undefined
function ownRedisUrl(): string {
  redisDatabases += 1
  const slot = (process.pid * 7 + redisDatabases) % 16
  redisUrl ??= `${inject('redisUrl')}/${slot}`
  return redisUrl
}

export const open = (database: TestDatabase): Database =>
  openDatabase(database.appUrl, { connections: 8 })

/** A job of the test's own, on the queue `runs`. */
export const testJob = (name: string, retry: 'transient' | 'once' = 'transient') =>
  declareJob({
    name: `test.${name}-${randomUUID()}`,
    queue: 'runs',
    payload: z.strictObject({ subjectId: z.string() }),
    retry,
    jobId: ({ subjectId }) => `${name}-${subjectId}`,
  })

export type TestJob = JobDeclaration<{ subjectId: string }>

/** Runs `handlers` until the test ends; answers how to stop earlier. */
export async function working(
  { db, queues }: { db: Database; queues: Queues },
  handlers: readonly RegisteredHandler[],
): Promise<() => Promise<void>> {
  const worker = await startWorker({
    db,
    queues,
    clock: systemClock,
    log,
    metrics: createJobMetrics(new Registry(), queues),
    blobs: openBlobs(tmpdir()),
    render: renderDocumentKind,
    handlers: new Map(handlers.map((handler) => [handler.declaration.name, handler])),
    schedules: [],
  })
  let closing: Promise<void> | undefined
  const stop = () => {
    closing ??= worker.close()
    return closing
  }
  onTestFinished(stop)
  return stop
}

/** A handler that notes the subjects it ran for. */
export function noting(job: TestJob, fail: (run: number) => void = () => undefined) {
  const runs: string[] = []
  const handler = handle(job, async (_ctx, { subjectId }) => {
    runs.push(subjectId)
    fail(runs.length)
  })
  return { runs, handler }
}

export function contextOf(db: Database, groupingId: GroupingId): Context {
  return {
    db,
    clock: systemClock,
    log,
    requestId: randomUUID(),
    actor: {
      kind: 'user',
      userId: newId(UserId),
      displayName: 'Essai',
      grants: [{ role: 'administrator', groupingId }],
    },
  }
}

export const aGrouping = () => newId(GroupingId)
