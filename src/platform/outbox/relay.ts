import type { Clock } from '../../kernel/calendar.js'
import type { Database } from '../db/client.js'
import { asSystem } from '../db/transaction.js'
import type { JobTarget, NewJob, Queues } from '../queues/index.js'

const BATCH = 100

interface WaitingMessage {
  id: bigint
  job_name: string
  job_id: string
  payload: unknown
  grouping_id: string | null
  request_id: string
}

export interface RelayOptions {
  readonly db: Database
  readonly queues: Pick<Queues, 'addAll'>
  /** The jobs this version knows; messages for others wait for a process that does. */
  readonly targets: ReadonlyMap<string, JobTarget>
  readonly clock: Clock
}

/**
 * Hands every waiting message to its queue, oldest first, and answers how many. Several processes may
 * do it at once: each message is locked by one. A process that dies between handing over and stamping
 * leaves the message waiting; handed over again under the same id, it is still one job.
 * @throws DomainError `queue-unavailable`; the messages stay
 */
export async function drainOutbox(options: RelayOptions): Promise<number> {
  let relayed = 0
  for (;;) {
    const batch = await relayBatch(options)
    relayed += batch
    if (batch < BATCH) return relayed
  }
}

function relayBatch({ db, queues, targets, clock }: RelayOptions): Promise<number> {
  return asSystem(db, async (tx) => {
    const messages = await tx.$queryRaw<WaitingMessage[]>`
      select id, job_name, job_id, payload, grouping_id, request_id
      from outbox_message
      where published_at is null and job_name = any(${[...targets.keys()]})
      order by id
      limit ${BATCH}
      for update skip locked`
    if (messages.length === 0) return 0

    // The one place that talks to a queue inside a transaction: the locks keep other relays off these rows.
    await queues.addAll(messages.flatMap((message) => jobOf(message, targets)))

    await tx.$executeRaw`
      update outbox_message set published_at = ${clock()}
      where id = any(${messages.map(({ id }) => id)})`
    return messages.length
  })
}

function jobOf(message: WaitingMessage, targets: ReadonlyMap<string, JobTarget>): NewJob[] {
  const target = targets.get(message.job_name)
  if (target === undefined) return []
  const { payload, grouping_id: groupingId, request_id: requestId } = message
  return [{ target, jobId: message.job_id, data: { payload, groupingId, requestId } }]
}
