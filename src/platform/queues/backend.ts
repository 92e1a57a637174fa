import * as bullmq from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Logger } from 'pino'
import { QUEUES } from '../../../jobs/declare.js'
import { DomainError } from '../../kernel/errors.js'
import type { JobData } from './job-data.js'

export interface QueueLocation {
  readonly databaseUrl: string
  /** Redis holds the queues when set, PostgreSQL otherwise. */
  readonly redisUrl?: string | undefined
}

export type BoundQueue = bullmq.Queue<JobData>
export type BoundWorker = bullmq.Worker<JobData>
export type BoundJob = bullmq.Job<JobData>
export type QueueBoardSource = BoundQueue
type Process = (job: BoundJob) => Promise<void>
type WorkerSettings = Omit<bullmq.WorkerOptions, 'connection'>

/** Where the queues live: the only part that differs between PostgreSQL and Redis. */
export interface Backend {
  readonly kind: 'postgres' | 'redis'
  queue(name: string): BoundQueue
  worker(name: string, run: Process, settings: WorkerSettings): BoundWorker
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 5_000
/** Statements under way besides the connections that workers hold. */
const SPARE_CONNECTIONS = 6

export const openBackend = (location: QueueLocation, log: Logger): Backend =>
  location.redisUrl
    ? redisBackend(location.redisUrl, log)
    : postgresBackend(location.databaseUrl, log)

function postgresBackend(databaseUrl: string, log: Logger): Backend {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // Each worker holds one connection for LISTEN as long as it lives: fewer than this deadlocks in silence.
    max: QUEUES.length + SPARE_CONNECTIONS,
    application_name: 'navette-queues',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: '-c search_path=bullmq',
  })
  // Every queue and worker listens to the one pool, which is no leak.
  pool.setMaxListeners(0)
  pool.on('error', (err) => log.warn({ err }, 'a queue connection was lost'))

  const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend)
  return {
    kind: 'postgres',
    queue: (name) => asQueue(new Queue<JobData>(name, { connection: asConnection(pool) })),
    worker: (name, run, settings) =>
      asWorker(
        new Worker<JobData>(name, (job) => run(asJob(job)), {
          ...settings,
          connection: asConnection(pool),
        }),
      ),
    close: () => pool.end(),
  }
}

function redisBackend(redisUrl: string, log: Logger): Backend {
  const connect = (maxRetriesPerRequest: number | null) => {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest, connectTimeout: CONNECT_TIMEOUT_MS })
    redis.on('error', (err) => log.warn({ err }, 'the Redis connection was lost'))
    return redis
  }
  // Whoever adds a job must learn at once that Redis is away; a worker must wait for it to come back.
  const producer = connect(1)
  const consumer = connect(null)
  return {
    kind: 'redis',
    queue: (name) => new bullmq.Queue<JobData>(name, { connection: producer }),
    worker: (name, run, settings) =>
      new bullmq.Worker<JobData>(name, run, { ...settings, connection: consumer }),
    close: async () => {
      producer.disconnect()
      consumer.disconnect()
    },
  }
}

// BullMQ describes a pool more narrowly than pg does, and `withBackend` types its classes by their connection only; their behaviour is the same (same test
// suite on both), so above this file they are one type.
const asConnection = (pool: object): bullmq.PostgresConnectionOptions =>
  pool as bullmq.PostgresConnectionOptions
const asQueue = (queue: object): BoundQueue => queue as BoundQueue
const asWorker = (worker: object): BoundWorker => worker as BoundWorker
const asJob = (job: object): BoundJob => job as BoundJob

/** Waits at most this long for the queue: a hanging server is an unavailable one. */
const ANSWER_TIMEOUT_MS = 5_000

/** @throws DomainError `queue-unavailable` when `asked` fails or takes too long */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_TIMEOUT_MS)
  })
  try {
    return await Promise.race([asked, tooLate])
  } catch (error) {
    throw new DomainError(
      'queue-unavailable',
      'The job queue does not answer; nothing is lost, the work starts when it is back',
      { reason: error instanceof Error ? error.message : String(error) },
    )
  } finally {
    clearTimeout(timer)
  }
}
