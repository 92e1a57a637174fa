import { runMigrations } from 'bullmq'
import { grantQueueSchema } from '../../queues/grant-queue-schema.js'
import { withSession } from './session.js'

/** Job queues live in their own schema, which BullMQ alone defines and upgrades. */
export const QUEUE_SCHEMA = 'bullmq'

/**
 * Brings BullMQ's tables to the version this program bundles; does nothing when they are current.
 * Runs as the owner role; BullMQ takes its own lock. Needless when the queues are on Redis.
 * @throws DomainError `storage-unavailable` if the database cannot be reached
 */
export async function deployQueueSchema(url: string): Promise<void> {
  await withSession(url, async (session) => {
    await runMigrations(session, QUEUE_SCHEMA)
    await grantQueueSchema(session, QUEUE_SCHEMA)
  })
}
