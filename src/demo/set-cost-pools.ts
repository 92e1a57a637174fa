import { createAllocationKey, createCostPool } from '../billing/index.js'
import type { YearMonth } from '../kernel/calendar.js'
import type { CostPoolId, GroupingId } from '../kernel/ids.js'
import type { EstablishmentKey } from './data/alliance.js'
import { type KeyPart, LABORATORY_POOLS, PHARMACY_POOLS, type PoolPlan } from './data/cost-pools.js'
import type { Alliance } from './found-alliance.js'
import { siteOf } from './set-rules.js'

const DECISION = 'Assemblée générale du 12/12/2025 (démonstration)'
const PHARMACY_MEMBERS: readonly EstablishmentKey[] = ['foch', 'fleurs', 'solemnes', 'neuilly']
const LABORATORY_MEMBERS: readonly EstablishmentKey[] = ['foch', 'fleurs', 'hfb', 'mgen']

export interface Pools {
  readonly pharmacy: ReadonlyMap<string, CostPoolId>
  readonly laboratory: ReadonlyMap<string, CostPoolId>
}

interface Convention {
  readonly groupingId: GroupingId
  readonly members: readonly EstablishmentKey[]
  readonly fromMonth: YearMonth
}

/** Cost pools with measured and contractual keys, as both conventions would fix them. */
export async function setCostPools(alliance: Alliance, fromMonth: YearMonth): Promise<Pools> {
  const { pharmacy, laboratory } = alliance.groupings
  const pui = { groupingId: pharmacy, members: PHARMACY_MEMBERS, fromMonth }
  const laboratories = { groupingId: laboratory, members: LABORATORY_MEMBERS, fromMonth }
  return {
    pharmacy: await openPools(alliance, pui, PHARMACY_POOLS),
    laboratory: await openPools(alliance, laboratories, LABORATORY_POOLS),
  }
}

async function openPools(
  alliance: Alliance,
  { groupingId, members, fromMonth }: Convention,
  plans: readonly PoolPlan[],
): Promise<ReadonlyMap<string, CostPoolId>> {
  const finance = alliance.cast.as('finance')
  const pools = new Map<string, CostPoolId>()
  for (const { key, yearly: _, ...pool } of plans) {
    const { id: poolId } = await createCostPool(finance, { groupingId, ...pool })
    pools.set(pool.code, poolId)
    if (key === undefined) continue
    await createAllocationKey(finance, {
      poolId,
      label: key.label,
      fromMonth,
      decisionReference: DECISION,
      components: key.parts.map((part) => componentOf(alliance, members, part)),
    })
  }
  return pools
}

type Component = Parameters<typeof createAllocationKey>[1]['components'][number]

function componentOf(
  alliance: Alliance,
  members: readonly EstablishmentKey[],
  { driver, weight }: KeyPart,
): Component {
  if (driver !== 'beds') return { driver, weight, weights: [] }
  const weights = members.map((key) => {
    const { establishmentId, beds } = siteOf(alliance, key)
    return { establishmentId, weight: beds }
  })
  return { driver: 'contractual', weight, weights }
}
