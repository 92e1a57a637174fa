import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { codesOf } from './codes-of-events.js'
import { type Ingested, ingest } from './ingest-sql.js'
import { reproject } from './reproject.js'
import {
  CustodyEventInput,
  EVENT_RESULTS,
  type EventVerdict,
  type IngestEventsInput,
  type IngestView,
} from './schema.js'

/** Who carries or receives. They hold their role in the whole grouping: a phone serves every stop. */
export const CUSTODIANS: readonly Role[] = ['courier', 'dispatcher', 'lab-technician', 'biologist']

/**
 * Takes a batch of events a device recorded, however late. Each event gets its own verdict, in the
 * order sent: a repetition is a `duplicate` that writes nothing, other content under a known id is a
 * `conflict` that is kept. Times are corrected by the offset of the device's clock, measured here.
 * @throws DomainError `forbidden`
 */
export async function ingestEvents(ctx: Context, input: IngestEventsInput): Promise<IngestView> {
  const groupings = servedGroupings(ctx)
  const receivedAt = ctx.clock()
  const clockOffsetMs = receivedAt.getTime() - input.sentAt.getTime()
  const parsed = input.events.map((event) => CustodyEventInput.safeParse(event))
  const events = parsed.flatMap(({ data }) => data ?? [])

  return inTransaction(ctx, async (tx) => {
    const codes = await codesOf(tx, events)
    const { deviceId } = input
    const ingested = await ingest(tx, ctx, {
      deviceId,
      groupings,
      clockOffsetMs,
      receivedAt,
      codes,
      events,
    })
    await follow(tx, ctx, deviceId, ingested)

    let next = 0
    const items = parsed.map((result, i) => {
      if (!result.success) return unreadable(input.events[i], result.error.issues)
      const verdict = verdictOf(result.data, ingested[next])
      next += 1
      return verdict
    })
    return { receivedAt: receivedAt.toISOString(), clockOffsetMs, counts: countsOf(items), items }
  })
}

function servedGroupings(ctx: Context): GroupingId[] {
  const served = ctx.actor.grants.filter(
    ({ role, establishmentId }) => establishmentId === undefined && CUSTODIANS.includes(role),
  )
  if (served.length > 0) return [...new Set(served.map(({ groupingId }) => groupingId))]
  throw new DomainError('forbidden', `This needs one of the roles: ${CUSTODIANS.join(', ')}`, {
    needs: [...CUSTODIANS],
  })
}

/** What follows from the new events, in the same transaction; nothing when all were repetitions. */
async function follow(
  tx: Tx,
  ctx: Context,
  deviceId: string,
  ingested: readonly Ingested[],
): Promise<void> {
  const accepted = ingested.filter(({ result }) => result === 'accepted')
  if (accepted.length > 0) {
    await reproject(tx, ctx, [...new Set(accepted.map(({ code }) => code))])
  }
  const written = ingested.filter(({ result }) => result === 'accepted' || result === 'conflict')
  for (const groupingId of new Set(written.map((item) => item.groupingId))) {
    const group = written.filter((item) => item.groupingId === groupingId)
    const conflicts = group.filter(({ result }) => result === 'conflict').length
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'custody.ingested',
      subjectType: 'device',
      subjectId: deviceId,
      details: { accepted: group.length - conflicts, conflicts },
    })
  }
}

function verdictOf(event: CustodyEventInput, ingested: Ingested | undefined): EventVerdict {
  if (ingested === undefined) throw new TypeError('An event came back without a verdict')
  const { result, reason, code, flags } = ingested
  return { eventId: event.eventId, result, reason, containerCode: code, flags: [...flags] }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function unreadable(event: unknown, issues: readonly Issue[]): EventVerdict {
  const eventId = typeof event === 'object' && event !== null ? Reflect.get(event, 'eventId') : null
  const [first] = issues
  const reason = `invalid: ${first?.path.map(String).join('.') ?? ''} ${first?.message ?? ''}`
  return {
    eventId: typeof eventId === 'string' ? eventId : null,
    result: 'rejected',
    reason: reason.slice(0, 300),
    containerCode: null,
    flags: [],
  }
}

function countsOf(items: readonly EventVerdict[]): IngestView['counts'] {
  const [accepted, duplicate, conflict, rejected] = EVENT_RESULTS.map(
    (name) => items.filter(({ result }) => result === name).length,
  )
  return {
    accepted: accepted ?? 0,
    duplicate: duplicate ?? 0,
    conflict: conflict ?? 0,
    rejected: rejected ?? 0,
  }
}
