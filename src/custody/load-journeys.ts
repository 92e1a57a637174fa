import { z } from 'zod'
import type { Tx } from '../platform/db/transaction.js'
import type { CustodyFact, Journey } from './project-custody.js'

const Chain = z.object({
  containerCode: z.string(),
  groupingId: z.string(),
  establishmentId: z.string().nullable(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  holderKind: z.string(),
  holderId: z.string().nullable(),
})

const Fact = z.object({
  eventId: z.string(),
  deviceId: z.string(),
  sequence: z.number(),
  kind: z.string(),
  tubeCode: z.string().nullable(),
  actorId: z.string(),
  counterpart: z.string().nullable(),
  placeEstablishmentId: z.string().nullable(),
  occurredMs: z.number(),
})

const History = Chain.extend({ hubId: z.string().nullable(), facts: z.array(Fact) })

/** A container with everything its state follows from. */
export interface ContainerHistory {
  readonly chain: z.infer<typeof Chain>
  readonly journey: Journey
  readonly facts: readonly CustodyFact[]
}

/** The histories of these containers, in one read; stops and runs have chains too, but nobody holds them. */
export async function loadHistories(tx: Tx, codes: readonly string[]): Promise<ContainerHistory[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    select container_code as "containerCode", chain.grouping_id as "groupingId",
      chain.establishment_id as "establishmentId", subject_type as "subjectType",
      subject_id as "subjectId", holder_kind as "holderKind", holder_id as "holderId",
      grouping.hub_establishment_id as "hubId",
      coalesce((
        select json_agg(json_build_object('eventId', event_id, 'deviceId', device_id,
          'sequence', device_sequence, 'kind', kind, 'tubeCode', tube_code, 'actorId', actor_id,
          'counterpart', counterpart, 'placeEstablishmentId', place_establishment_id,
          'occurredMs', (extract(epoch from occurred_at) * 1000)::bigint))
        from custody_event event where event.container_code = chain.container_code), '[]') as facts
    from custody_chain chain join grouping on grouping.id = chain.grouping_id
    where container_code = any (${[...codes]}::text[]) and subject_type not in ('run-stop', 'run')
    order by container_code`
  return z
    .array(History)
    .parse(rows)
    .map(({ hubId, facts, ...chain }) => ({
      chain,
      journey: journeyOf(chain, hubId),
      facts: facts.map(({ occurredMs, ...fact }) => ({
        ...fact,
        occurredAt: new Date(occurredMs),
      })),
    }))
}

/** Specimens go from a member to the hub, totes from the hub to a member. */
function journeyOf(
  { subjectType, establishmentId }: ContainerHistory['chain'],
  hub: string | null,
): Journey {
  if (subjectType === 'tote') {
    return {
      origin: { kind: 'hub', id: hub },
      destination: { kind: 'receiver', id: establishmentId },
    }
  }
  return {
    origin: { kind: 'sender', id: establishmentId },
    destination: { kind: 'hub', id: hub },
  }
}
