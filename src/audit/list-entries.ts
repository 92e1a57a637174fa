import { addDays, instantAt, localTime } from '../kernel/calendar.js'
import { EstablishmentId, GroupingId, UserId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { AuditEntryView, type AuditPage, type AuditQuery } from './schema.js'

/** Who reads what everybody did: those who answer for it, and those who inspect. */
export const AUDIT_READERS = ['auditor', 'administrator', 'head-pharmacist'] as const

const WITH_SEAL = {
  auditSeal: { select: { hash: true } },
} as const satisfies Prisma.AuditEntryInclude
type Entry = Prisma.AuditEntryGetPayload<{ include: typeof WITH_SEAL }>

/**
 * The audit trail of a grouping, newest first.
 * @throws DomainError `forbidden` · `not-found`
 */
export async function listAuditEntries(ctx: Context, query: AuditQuery): Promise<AuditPage> {
  const { groupingId, cursor, limit, subjectType, subjectId, actorId, action } = query
  requireRole(ctx, { groupingId }, AUDIT_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const entries = await tx.auditEntry.findMany({
      where: {
        groupingId,
        ...(subjectType !== undefined && { subjectType }),
        ...(subjectId !== undefined && { subjectId }),
        ...(actorId !== undefined && { actorId }),
        ...(action !== undefined && { action }),
        ...(cursor !== undefined && { id: { lt: BigInt(cursor) } }),
        at: await instantsOf(tx, query),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
      include: WITH_SEAL,
    })
    const names = await actorNames(tx, entries)
    const items = entries.slice(0, limit).map((entry) => toView(entry, names))
    const last = items.at(-1)
    return entries.length > limit && last !== undefined ? { items, nextCursor: last.id } : { items }
  })
}

const MIDNIGHT = localTime('00:00')

/** From the first instant of `from` to the last of `to`, where the grouping lives. */
async function instantsOf(
  tx: Tx,
  { groupingId, from, to }: AuditQuery,
): Promise<{ gte?: Date; lt?: Date }> {
  if (from === undefined && to === undefined) return {}
  const zone = await timeZoneOf(tx, groupingId)
  return {
    ...(from !== undefined && { gte: instantAt(from, MIDNIGHT, zone) }),
    ...(to !== undefined && { lt: instantAt(addDays(to, 1), MIDNIGHT, zone) }),
  }
}

async function actorNames(tx: Tx, entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.appUser.findMany({
    where: { id: { in: [...new Set(entries.map(({ actorId }) => actorId))] } },
    select: { id: true, displayName: true },
  })
  return new Map(people.map(({ id, displayName }) => [id, displayName]))
}

const toView = (entry: Entry, names: ReadonlyMap<string, string>): AuditEntryView => ({
  id: entry.id.toString(),
  at: entry.at.toISOString(),
  groupingId: entry.groupingId === null ? null : GroupingId.parse(entry.groupingId),
  establishmentId:
    entry.establishmentId === null ? null : EstablishmentId.parse(entry.establishmentId),
  actorKind: entry.actorKind,
  actorId: UserId.parse(entry.actorId),
  actorName: names.get(entry.actorId) ?? null,
  action: entry.action,
  subjectType: entry.subjectType,
  subjectId: entry.subjectId,
  requestId: entry.requestId,
  details: AuditEntryView.shape.details.parse(entry.details),
  seal: entry.auditSeal === null ? null : Buffer.from(entry.auditSeal.hash).toString('hex'),
})
