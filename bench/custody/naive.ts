import { createHash } from 'node:crypto'
import type { GroupingId, UserId } from '../../src/kernel/ids.js'
import type { Database } from '../../src/platform/db/client.js'
import type { DeviceBatch } from './batches.js'

/** The peer of row B: an ORM's `createMany` for the events, and a loop over the containers for their chains. */
export async function keepNaively(
  { prisma }: Database,
  { groupingId, actorId }: { groupingId: GroupingId; actorId: UserId },
  { deviceId, events }: DeviceBatch,
): Promise<void> {
  const now = new Date()
  await prisma.$transaction(
    async (tx) => {
      const codes = [...new Set(events.map(({ containerCode }) => containerCode))].sort()
      for (const code of codes) {
        const chain = await tx.custodyChain.upsert({
          where: { containerCode: code },
          create: {
            containerCode: code,
            groupingId,
            subjectType: 'unknown',
            headHash: new Uint8Array(),
            holderKind: 'nobody',
            updatedAt: now,
          },
          update: {},
        })
        let [position, head] = [chain.lastPosition, chain.headHash]
        const rows = events
          .filter(({ containerCode }) => containerCode === code)
          .map((event) => {
            position += 1
            const payload = createHash('sha256').update(JSON.stringify(event)).digest()
            head = Uint8Array.from(createHash('sha256').update(head).update(payload).digest())
            return {
              eventId: event.eventId,
              groupingId,
              deviceId,
              deviceSequence: BigInt(event.sequence),
              kind: event.kind,
              containerCode: code,
              chainPosition: position,
              chainHash: head,
              payloadHash: Uint8Array.from(payload),
              actorId,
              inputMode: event.inputMode,
              deviceAt: event.deviceAt,
              clockOffsetMs: 0,
              occurredAt: event.deviceAt,
              receivedAt: now,
              verdict: 'accepted',
            }
          })
        await tx.custodyEvent.createMany({ data: rows, skipDuplicates: true })
        await tx.custodyChain.update({
          where: { containerCode: code },
          data: { lastPosition: position, headHash: head },
        })
      }
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}
