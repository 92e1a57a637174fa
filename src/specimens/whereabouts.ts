import type { Tx } from '../platform/db/transaction.js'
import type { ShipmentSummary } from './view-schema.js'

interface Sent {
  readonly id: string
  readonly containerCode: string
  readonly state: string
}

/** Who holds a container now, and when the laboratory may expect it. */
export type Whereabouts = Pick<ShipmentSummary, 'holder' | 'expectedAt'>

const NOWHERE: Whereabouts = { holder: null, expectedAt: null }
/** Before its arrival a container is expected; afterwards it is there. */
const EXPECTED: ReadonlySet<string> = new Set(['sealed', 'in-transit'])

/** The whereabouts of these shipments, by their ids, in as many reads for one as for a hundred. */
export async function whereaboutsOf(
  tx: Tx,
  shipments: readonly Sent[],
): Promise<(shipmentId: string) => Whereabouts> {
  const holders = await holdersOf(tx, shipments)
  const expected = await expectedArrivals(tx, shipments)
  const all = new Map(
    shipments.map(({ id, containerCode }) => [
      id,
      { holder: holders.get(containerCode) ?? null, expectedAt: expected.get(id) ?? null },
    ]),
  )
  return (id) => all.get(id) ?? NOWHERE
}

async function holdersOf(
  tx: Tx,
  shipments: readonly Sent[],
): Promise<ReadonlyMap<string, NonNullable<Whereabouts['holder']>>> {
  const chains = await tx.custodyChain.findMany({
    where: { containerCode: { in: shipments.map(({ containerCode }) => containerCode) } },
    select: { containerCode: true, holderKind: true, holderId: true },
  })
  const ids = [...new Set(chains.flatMap(({ holderId }) => holderId ?? []))]
  const names = new Map<string, string>()
  const where = { id: { in: ids } }
  for (const each of await tx.establishment.findMany({ where })) names.set(each.id, each.shortName)
  const select = { id: true, displayName: true } as const
  for (const each of await tx.appUser.findMany({ where, select })) {
    names.set(each.id, each.displayName)
  }
  return new Map(
    chains.map(({ containerCode, holderKind: kind, holderId: id }) => [
      containerCode,
      { kind, id, name: id === null ? null : (names.get(id) ?? null) },
    ]),
  )
}

async function expectedArrivals(
  tx: Tx,
  shipments: readonly Sent[],
): Promise<ReadonlyMap<string, string>> {
  const ids = shipments.flatMap(({ id, state }) => (EXPECTED.has(state) ? [id] : []))
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; expectedAt: Date | null }[]>`
    select id, navette_shipment_expected_at(id) as "expectedAt"
    from specimen_shipment where id = any (${ids}::uuid[])`
  return new Map(
    rows.flatMap(({ id, expectedAt }) => (expectedAt ? [[id, expectedAt.toISOString()]] : [])),
  )
}
