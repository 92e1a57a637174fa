import type { Tx } from '../platform/db/transaction.js'
import { type ContainerHistory, loadHistories } from './load-journeys.js'
import { type CustodyState, projectCustody } from './project-custody.js'

/** A rule of custody that does not hold in the database. */
export interface CustodyViolation {
  readonly rule:
    | 'chain-links'
    | 'chain-head-is-last-link'
    | 'sealed-has-one-holder'
    | 'holder-is-projection'
    | 'shipment-is-projection'
  readonly groupingId: string
  readonly subject: string
  readonly expected: string
  readonly found: string
}

const CHAINS_AT_ONCE = 500

/**
 * Recomputes every chain and every projection over the caller's groupings: empty as long as nobody
 * rewrote an event and each stored state is what its events give. It reports; it repairs nothing.
 */
export async function custodyViolations(tx: Tx): Promise<CustodyViolation[]> {
  return [
    ...(await brokenLinks(tx)),
    ...(await wrongHeads(tx)),
    ...(await unheld(tx)),
    ...(await wrongProjections(tx)),
  ]
}

const brokenLinks = (tx: Tx): Promise<CustodyViolation[]> =>
  tx.$queryRaw<CustodyViolation[]>`
    with link as (
      select event.grouping_id, event.container_code, event.chain_position, event.chain_hash,
        row_number() over chain as position,
        sha256(coalesce(lag(event.chain_hash) over chain, ''::bytea) || navette_custody_fact(event)) as hash
      from custody_event event
      window chain as (partition by event.container_code order by event.chain_position))
    select 'chain-links' as rule, grouping_id as "groupingId",
      container_code || '#' || chain_position as subject,
      position || ' ' || encode(hash, 'hex') as expected,
      chain_position || ' ' || encode(chain_hash, 'hex') as found
    from link where position <> chain_position or hash <> chain_hash
    order by container_code, chain_position`

const wrongHeads = (tx: Tx): Promise<CustodyViolation[]> =>
  tx.$queryRaw<CustodyViolation[]>`
    select 'chain-head-is-last-link' as rule, chain.grouping_id as "groupingId",
      chain.container_code as subject,
      coalesce(last.chain_position, 0) || ' ' || encode(coalesce(last.chain_hash, ''), 'hex') as expected,
      chain.last_position || ' ' || encode(chain.head_hash, 'hex') as found
    from custody_chain chain left join lateral (
      select chain_position, chain_hash from custody_event event
      where event.container_code = chain.container_code
      order by chain_position desc limit 1) last on true
    where chain.last_position <> coalesce(last.chain_position, 0)
      or chain.head_hash <> coalesce(last.chain_hash, '')
    order by chain.container_code`

/** From sealing to reception somebody holds the container: its chain says who, and there is one. */
const unheld = (tx: Tx): Promise<CustodyViolation[]> =>
  tx.$queryRaw<CustodyViolation[]>`
    select 'sealed-has-one-holder' as rule, shipment.grouping_id as "groupingId",
      shipment.container_code as subject, 'a holder' as expected,
      coalesce(chain.holder_kind, 'no chain') as found
    from specimen_shipment shipment
    left join custody_chain chain on chain.container_code = shipment.container_code
    where shipment.state in ('sealed', 'in-transit', 'delivered', 'receiving', 'reconciled', 'lost')
      and (chain.holder_kind is null or chain.holder_kind = 'nobody')
    order by shipment.container_code`

async function wrongProjections(tx: Tx): Promise<CustodyViolation[]> {
  const found: CustodyViolation[] = []
  for (let after = ''; ; ) {
    const chains = await tx.custodyChain.findMany({
      where: { containerCode: { gt: after }, lastPosition: { gt: 0 } },
      orderBy: { containerCode: 'asc' },
      take: CHAINS_AT_ONCE,
      select: { containerCode: true },
    })
    const last = chains.at(-1)
    if (last === undefined) return found
    after = last.containerCode
    const histories = await loadHistories(
      tx,
      chains.map(({ containerCode }) => containerCode),
    )
    found.push(...(await compare(tx, histories)))
  }
}

async function compare(
  tx: Tx,
  histories: readonly ContainerHistory[],
): Promise<CustodyViolation[]> {
  const shipments = new Map(
    (
      await tx.specimenShipment.findMany({
        where: { containerCode: { in: histories.map(({ chain }) => chain.containerCode) } },
        select: { containerCode: true, state: true, pickedUpAt: true, deliveredAt: true },
      })
    ).map((row) => [row.containerCode, row]),
  )
  return histories.flatMap(({ chain, journey, facts }) => {
    const state = projectCustody(facts, journey)
    const { groupingId, containerCode: subject, holderKind, holderId } = chain
    const shipment = shipments.get(subject)
    const pairs = [
      {
        rule: 'holder-is-projection',
        expected: `${state.holder.kind} ${state.holder.id}`,
        found: `${holderKind} ${holderId}`,
      } as const,
      ...(shipment === undefined
        ? []
        : [{ rule: 'shipment-is-projection', ...shipmentPair(state, shipment) } as const]),
    ]
    return pairs
      .filter(({ expected, found }) => expected !== found)
      .map((pair) => ({ ...pair, groupingId, subject }))
  })
}

interface StoredShipment {
  readonly state: string
  readonly pickedUpAt: Date | null
  readonly deliveredAt: Date | null
}

const DECIDED_BY_CUSTODY: ReadonlySet<string> = new Set(['sealed', 'in-transit', 'delivered'])

function shipmentPair({ pickedUpAt, arrivedAt }: CustodyState, stored: StoredShipment) {
  const stage = arrivedAt !== null ? 'delivered' : pickedUpAt !== null ? 'in-transit' : 'sealed'
  const state = DECIDED_BY_CUSTODY.has(stored.state) ? stage : stored.state
  const tell = (name: string, pickedUp: Date | null, delivered: Date | null): string =>
    `${name} ${pickedUp?.toISOString() ?? '-'} ${delivered?.toISOString() ?? '-'}`
  return {
    expected: tell(state, pickedUpAt, arrivedAt),
    found: tell(stored.state, stored.pickedUpAt, stored.deliveredAt),
  }
}
