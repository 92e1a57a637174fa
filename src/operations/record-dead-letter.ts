import { createHash } from 'node:crypto'
import type { Database } from '../platform/db/client.js'
import { asSystem } from '../platform/db/transaction.js'
import type { JobSnapshot } from '../platform/queues/index.js'

/**
 * Writes down a job that will not be tried again. The letter's id follows from the job, so the same
 * death written twice is one letter, and one that was retried does not come back.
 */
export async function recordDeadLetter(db: Database, job: JobSnapshot): Promise<void> {
  const { name, id, data, attempts, failure = 'Unknown failure', finishedAt = job.addedAt } = job
  await asSystem(
    db,
    (tx) => tx.$executeRaw`
      insert into dead_letter (id, job_name, job_id, payload, grouping_id, error, attempts, failed_at)
      values (${letterIdOf(job)}::uuid, ${name}, ${id}, ${JSON.stringify(data.payload)}::jsonb,
        ${data.groupingId}::uuid, ${failure}, ${attempts}, ${finishedAt})
      on conflict (id) do nothing`,
  )
}

/** A UUID of version 8 (RFC 9562 §5.8): 122 bits of a digest. */
function letterIdOf({ queue, id, addedAt }: JobSnapshot): string {
  const hex = createHash('sha256').update(`${queue}/${id}/${addedAt.toISOString()}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return groups.join('-')
}
