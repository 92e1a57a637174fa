import type { RegisteredHandler } from '../../jobs/handle.js'
import { renderDocumentKind } from '../../jobs/handlers/document-renderer.js'
import { registry } from '../../jobs/registry.js'
import type { ApiDependencies } from '../../src/api.js'
import { drainOutbox } from '../../src/platform/outbox/relay.js'
import type { JobTarget, NewJob } from '../../src/platform/queues/index.js'

/**
 * Runs here what a worker would run, in the order it was asked for: what waits in the outbox, then what
 * those jobs ask for. A job that fails fails the test.
 */
export async function runWaitingJobs(
  deps: ApiDependencies,
  targets: ReadonlyMap<string, JobTarget>,
): Promise<readonly string[]> {
  const done: string[] = []
  for (;;) {
    const jobs = await waiting(deps, targets)
    if (jobs.length === 0) return done
    for (const job of jobs) {
      await run(deps, job)
      done.push(job.target.name)
    }
  }
}

async function waiting(
  { db, clock }: ApiDependencies,
  targets: ReadonlyMap<string, JobTarget>,
): Promise<readonly NewJob[]> {
  const jobs: NewJob[] = []
  const addAll = async (more: readonly NewJob[]) => void jobs.push(...more)
  await drainOutbox({ db, queues: { addAll }, targets, clock })
  return jobs
}

async function run(deps: ApiDependencies, { target, jobId, data }: NewJob): Promise<void> {
  const { db, clock, log, blobs } = deps
  const metrics = { observe: () => undefined }
  const { name, queue } = target
  const progress = () => Promise.resolve()
  const job = { id: jobId, name, queue, data, attempt: 1, progress }
  const services = { db, clock, log, metrics, blobs, render: renderDocumentKind }
  await handlerOf(name).run(services, job)
}

function handlerOf(name: string): RegisteredHandler {
  const handler = registry.get(name)
  if (handler === undefined) throw new Error(`No handler for the job ${name}`)
  return handler
}
