import { z } from 'zod'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId, RunId, RunStopId, UserId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { CustodyEvent } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { loadHistories } from './load-journeys.js'
import { projectCustody } from './project-custody.js'
import {
  type ConflictPage,
  type CustodyEventView,
  CustodyKind,
  type CustodyTimeline,
  type ListConflictsQuery,
} from './schema.js'

/**
 * Everything known of one container, in the order it happened.
 * @throws DomainError `not-found`
 */
export function getTimeline(ctx: Context, containerCode: string): Promise<CustodyTimeline> {
  return inReadTransaction(ctx, async (tx) => {
    const [history] = await loadHistories(tx, [containerCode])
    if (history === undefined) throw notFound('Container', containerCode)
    const { chain, journey, facts } = history
    const events = await tx.custodyEvent.findMany({
      where: { containerCode },
      orderBy: [{ occurredAt: 'asc' }, { deviceId: 'asc' }, { deviceSequence: 'asc' }],
    })
    return {
      containerCode,
      groupingId: GroupingId.parse(chain.groupingId),
      subjectType: chain.subjectType,
      subjectId: chain.subjectId,
      holderKind: chain.holderKind,
      holderId: chain.holderId,
      findings: [...projectCustody(facts, journey).findings],
      events: events.map(eventView(await namesOf(tx, events))),
    }
  })
}

/** Who acted and where, by their ids. */
async function namesOf(
  tx: Tx,
  events: readonly CustodyEvent[],
): Promise<ReadonlyMap<string, string>> {
  const people = await tx.appUser.findMany({
    where: { id: { in: events.map(({ actorId }) => actorId) } },
    select: { id: true, displayName: true },
  })
  const places = await tx.establishment.findMany({
    where: { id: { in: events.flatMap(({ placeEstablishmentId: id }) => id ?? []) } },
    select: { id: true, shortName: true },
  })
  return new Map([
    ...people.map(({ id, displayName }) => [id, displayName] as const),
    ...places.map(({ id, shortName }) => [id, shortName] as const),
  ])
}

const eventView =
  (names: ReadonlyMap<string, string>) =>
  (row: CustodyEvent): CustodyEventView => ({
    eventId: row.eventId,
    kind: CustodyKind.parse(row.kind),
    containerCode: row.containerCode,
    tubeCode: row.tubeCode,
    position: row.chainPosition,
    deviceId: row.deviceId,
    sequence: Number(row.deviceSequence),
    actorId: UserId.parse(row.actorId),
    actorName: names.get(row.actorId) ?? null,
    counterpart: row.counterpart,
    placeEstablishmentId: EstablishmentId.nullable().parse(row.placeEstablishmentId),
    placeName: names.get(row.placeEstablishmentId ?? '') ?? null,
    runId: RunId.nullable().parse(row.runId),
    runStopId: RunStopId.nullable().parse(row.runStopId),
    inputMode: row.inputMode,
    manualReason: row.manualReason,
    temperatureDeciCelsius: row.temperatureDeciCelsius,
    sealNumber: row.sealNumber,
    deviceAt: row.deviceAt.toISOString(),
    clockOffsetMs: row.clockOffsetMs,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    flags: row.flags,
  })

const Payload = z.record(z.string(), z.unknown())

/** The conflict desk: what could not be merged, newest first. Grouping-wide roles only, by row security. */
export async function listConflicts(
  ctx: Context,
  { groupingId, cursor, limit }: ListConflictsQuery,
): Promise<ConflictPage> {
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.custodyConflict.findMany({
      where: { ...(groupingId !== undefined && { groupingId }) },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
      take: limit + 1,
    }),
  )
  const items = rows.map((row) => ({
    id: row.id,
    groupingId: GroupingId.parse(row.groupingId),
    eventId: row.eventId,
    deviceId: row.deviceId,
    sequence: Number(row.deviceSequence),
    reason: row.reason,
    payload: Payload.parse(row.payload),
    receivedAt: row.receivedAt.toISOString(),
  }))
  return toPage(items, limit)
}
