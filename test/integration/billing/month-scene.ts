import { createAllocationKey } from '../../../src/billing/create-allocation-key.js'
import { createCostPool } from '../../../src/billing/create-cost-pool.js'
import { calendarDate, yearMonth } from '../../../src/kernel/calendar.js'
import { DeliveryId, type GroupingId, LocationId, LotId, newId } from '../../../src/kernel/ids.js'
import { AmountInput } from '../../../src/kernel/money.js'
import type { Context } from '../../../src/platform/context.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
import type { GivenMember } from '../../builders/given.js'
import type { World } from '../../builders/world.js'

export const MARCH = yearMonth('2026-03')
export const APRIL = yearMonth('2026-04')
const euros = (text: string) => AmountInput.parse(text)

export interface Scene {
  readonly groupingId: GroupingId
  readonly finance: Context
  readonly members: readonly GivenMember[]
  readonly deliver: (
    member: GivenMember,
    units: number,
    unitCostMicros: bigint,
    at?: string,
  ) => Promise<void>
}

/** A pharmacy with three members and somebody in finance, on 2 April 2026. */
export async function monthScene(world: World): Promise<Scene> {
  const { given, owner } = world
  world.clock.set('2026-04-02T08:00:00Z')
  const groupingId = await given.grouping()
  const members = [await given.member(groupingId), await given.member(groupingId)]
  members.push(await given.member(groupingId, { fromOn: calendarDate('2026-03-12') }))
  const finance = await world.as({ role: 'finance-controller', groupingId })
  const productId = await given.product()
  const lotId = newId(LotId)
  const createdAt = world.clock.now()
  await owner.prisma.lot.create({
    data: {
      id: lotId,
      groupingId,
      productId,
      lotNumber: 'L1',
      expiresOn: new Date('2030-01-01'),
      createdAt,
    },
  })
  const places = new Map<string, { transit: string; store: string }>()
  for (const { establishmentId } of members) {
    const [transit, store] = [newId(LocationId), newId(LocationId)]
    await owner.prisma.location.createMany({
      data: [
        {
          id: transit,
          groupingId,
          establishmentId,
          kind: 'in-transit',
          name: 'En transit',
          createdAt,
        },
        {
          id: store,
          groupingId,
          establishmentId,
          kind: 'member-store',
          name: 'Réserve',
          createdAt,
        },
      ],
    })
    places.set(establishmentId, { transit, store })
  }
  let moves = 0
  return {
    groupingId,
    finance,
    members,
    deliver: async ({ establishmentId }, units, unitCostMicros, at = '2026-03-15T09:00:00Z') => {
      moves += 1
      const place = places.get(establishmentId)
      const [from, to] = units > 0 ? [place?.transit, place?.store] : [place?.store, place?.transit]
      const month = await inReadTransaction(
        finance,
        (tx) =>
          tx.$queryRaw<[{ month: Date }]>`
          select navette_accounting_month(${groupingId}::uuid, ${new Date(at)}::date, ${new Date(at)}) as month`,
      )
      await owner.prisma.stockMovement.create({
        data: {
          groupingId,
          establishmentId,
          productId,
          lotId,
          fromLocationId: from ?? '',
          toLocationId: to ?? '',
          units: Math.abs(units),
          reason: 'delivery-accepted',
          unitCostMicros,
          subjectType: 'delivery',
          subjectId: newId(DeliveryId),
          lineId: newId(DeliveryId),
          actorId: finance.actor.userId,
          occurredAt: new Date(at),
          recordedAt: new Date(at),
          accountingMonth: month[0].month,
          movementKey: `${groupingId}-${moves}`,
        },
      })
    },
  }
}

export async function withPools({ finance, groupingId, members }: Scene) {
  const products = await createCostPool(finance, {
    groupingId,
    code: 'PRODUITS',
    label: 'Produits de santé',
    source: 'products',
  })
  const staff = await createCostPool(finance, {
    groupingId,
    code: 'DISPENSATION',
    label: 'Dispensation',
    source: 'charges',
  })
  const structure = await createCostPool(finance, {
    groupingId,
    code: 'STRUCTURE',
    label: 'Structure',
    source: 'charges',
  })
  await createAllocationKey(finance, {
    poolId: staff.id,
    label: 'Unités dispensées',
    fromMonth: yearMonth('2026-01'),
    decisionReference: 'AG du 12/12/2025',
    components: [{ driver: 'units-dispensed', weight: 1, weights: [] }],
  })
  await createAllocationKey(finance, {
    poolId: structure.id,
    label: 'Lits et places',
    fromMonth: yearMonth('2026-01'),
    decisionReference: 'AG du 12/12/2025',
    components: [
      {
        driver: 'contractual',
        weight: 1,
        weights: members.map(({ establishmentId }, i) => ({
          establishmentId,
          weight: [580, 100, 90][i] ?? 0,
        })),
      },
    ],
  })
  return { products, staff, structure }
}

export const charge = (
  poolId: Awaited<ReturnType<typeof withPools>>['staff']['id'],
  amount: string,
  month = MARCH,
) => ({
  poolId,
  month,
  amount: euros(amount),
  label: 'Charges du mois',
  documentReference: 'OD-1',
})
