import type { CustodyChain } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { CustodyFact, Journey } from './project-custody.js'

/** A container with everything its state follows from. */
export interface ContainerHistory {
  readonly chain: CustodyChain
  readonly journey: Journey
  readonly facts: readonly CustodyFact[]
}

/** The histories of these containers; stops and runs have chains too, but nobody holds them. */
export async function loadHistories(tx: Tx, codes: readonly string[]): Promise<ContainerHistory[]> {
  const chains = await tx.custodyChain.findMany({
    where: { containerCode: { in: [...codes] }, subjectType: { notIn: ['run-stop', 'run'] } },
    orderBy: { containerCode: 'asc' },
  })
  const facts = await factsOf(tx, chains)
  const hubs = await hubsOf(tx, chains)
  return chains.map((chain) => ({
    chain,
    journey: journeyOf(chain, hubs.get(chain.groupingId) ?? null),
    facts: facts.get(chain.containerCode) ?? [],
  }))
}

/** Specimens go from a member to the hub, totes from the hub to a member. */
function journeyOf({ subjectType, establishmentId }: CustodyChain, hub: string | null): Journey {
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

async function factsOf(
  tx: Tx,
  chains: readonly CustodyChain[],
): Promise<ReadonlyMap<string, CustodyFact[]>> {
  const rows = await tx.custodyEvent.findMany({
    where: { containerCode: { in: chains.map(({ containerCode }) => containerCode) } },
    select: {
      eventId: true,
      containerCode: true,
      deviceId: true,
      deviceSequence: true,
      kind: true,
      tubeCode: true,
      actorId: true,
      counterpart: true,
      placeEstablishmentId: true,
      occurredAt: true,
    },
  })
  const facts = new Map<string, CustodyFact[]>()
  for (const { deviceSequence, containerCode, ...row } of rows) {
    const known = facts.get(containerCode) ?? []
    known.push({ ...row, sequence: Number(deviceSequence) })
    facts.set(containerCode, known)
  }
  return facts
}

async function hubsOf(
  tx: Tx,
  chains: readonly CustodyChain[],
): Promise<ReadonlyMap<string, string | null>> {
  const groupings = await tx.grouping.findMany({
    where: { id: { in: [...new Set(chains.map(({ groupingId }) => groupingId))] } },
    select: { id: true, hubEstablishmentId: true },
  })
  return new Map(groupings.map(({ id, hubEstablishmentId }) => [id, hubEstablishmentId]))
}
