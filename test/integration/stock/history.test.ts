import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, expect } from 'vitest'
import { addDays, type CalendarDate, calendarDate } from '../../../src/kernel/calendar.js'
import type { LotId, OrderLineId, ProductId } from '../../../src/kernel/ids.js'
import { microEuros } from '../../../src/kernel/money.js'
import { units } from '../../../src/kernel/units.js'
import { type CostEvent, replayAverageCost } from '../../../src/stock/average-cost.js'
import { type AllocatableLot, planFefo } from '../../../src/stock/fefo.js'
import {
  allocateLines,
  type MemberPlaces,
  memberPlaces,
  moveStock,
  releaseLines,
  setLotStatus,
} from '../../../src/stock/index.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  committed,
  givenLot,
  givenOrder,
  openPharmacy,
  type Pharmacy,
  violationsOf,
} from './pharmacy.js'

let world: World
let hub: Pharmacy
let member: MemberPlaces
beforeAll(async () => {
  world = await openWorld()
  hub = await openPharmacy(world)
  const { groupingId, pharmacist } = hub
  const { establishmentId } = hub.member
  member = await committed(pharmacist, (tx) =>
    memberPlaces(tx, pharmacist, { groupingId, establishmentId }),
  )
})
afterAll(() => world.close())

const TODAY = calendarDate('2026-03-12')

type ModelLot = { -readonly [Key in keyof AllocatableLot]: AllocatableLot[Key] } & {
  reservations: { orderNumber: string; units: ReturnType<typeof units> }[]
}

/** What the hub should hold, kept in memory beside the database. */
class Model {
  readonly lots: ModelLot[] = []
  readonly costs: CostEvent[] = []
  readonly held: { lineId: OrderLineId; number: string }[] = []
  readonly productId: ProductId

  constructor(productId: ProductId) {
    this.productId = productId
  }

  lot(lotId: LotId): ModelLot {
    const found = this.lots.find(({ id }) => id === lotId)
    if (found === undefined) throw new Error(`no lot ${lotId}`)
    return found
  }
}

type Step = (model: Model) => Promise<void>

const receive =
  (count: number, cost: bigint, expiresOn: CalendarDate): Step =>
  async ({ lots, costs, productId }) => {
    const id = await givenLot(hub, { productId, units: count, expiresOn, costMicros: cost })
    const status = 'available'
    lots.push({ id, lotNumber: id, expiresOn, status, onHandUnits: units(count), reservations: [] })
    costs.push({ kind: 'receipt', units: units(count), unitCostMicros: microEuros(cost) })
  }

const allocate =
  (count: number, needed: CalendarDate): Step =>
  async (model) => {
    const { productId } = model
    const plan = planFefo(model.lots, units(count), { today: TODAY, usableUntilAtLeast: needed })
    const { lineIds, number } = await givenOrder(hub, [{ productId, units: count }])
    const lineId = lineIds[0] as OrderLineId
    const [given] = await committed(hub.pharmacist, (tx) =>
      allocateLines(tx, hub.pharmacist, {
        groupingId: hub.groupingId,
        lines: [{ lineId, productId, units: units(count) }],
        usableUntilAtLeast: needed,
      }),
    )
    expect(given?.picks.map((pick) => [pick.lotId, pick.units])).toEqual(
      plan.picks.map((pick) => [pick.lotId, pick.units]),
    )
    const explained = given?.unmet.reduce((total, unmet) => total + unmet.units, 0)
    expect(explained).toBe(plan.shortfall)
    for (const pick of plan.picks) {
      model.lot(pick.lotId).reservations.push({ orderNumber: number, units: pick.units })
    }
    if (plan.picks.length > 0) model.held.push({ lineId, number })
  }

const release: Step = async (model) => {
  const line = model.held.shift()
  if (line === undefined) return
  const { groupingId, pharmacist } = hub
  await committed(pharmacist, (tx) =>
    releaseLines(tx, pharmacist, { groupingId, lineIds: [line.lineId] }),
  )
  for (const lot of model.lots) {
    lot.reservations = lot.reservations.filter(({ orderNumber }) => orderNumber !== line.number)
  }
}

const dispatch: Step = async (model) => {
  const line = model.held.pop()
  if (line === undefined) return
  const { groupingId, pharmacist } = hub
  const taken = model.lots.flatMap((lot) =>
    lot.reservations
      .filter(({ orderNumber }) => orderNumber === line.number)
      .map((reservation) => ({ lot, count: reservation.units })),
  )
  const movements = taken.map(({ lot, count }) => ({
    key: `${line.lineId}:${lot.id}:dispatch`,
    lotId: lot.id,
    fromLocationId: hub.storeId,
    toLocationId: member.inTransitId,
    units: count,
    reason: 'dispatch' as const,
    subjectType: 'order',
    subjectId: line.lineId,
    lineId: line.lineId,
    takesReservation: true,
  }))
  const sent = committed(pharmacist, (tx) => moveStock(tx, pharmacist, { groupingId, movements }))
  if (taken.some(({ lot }) => lot.status !== 'available')) {
    await expect(sent).rejects.toMatchObject({ code: 'lot-blocked' })
    return
  }
  await sent
  for (const { lot, count } of taken) {
    lot.onHandUnits = units(lot.onHandUnits - count)
    lot.reservations = lot.reservations.filter(({ orderNumber }) => orderNumber !== line.number)
    model.costs.push({ kind: 'issue', units: count })
  }
}

/** Blocks the n-th lot, or frees it when it is blocked. */
const turn =
  (n: number): Step =>
  async ({ lots }) => {
    const lot = lots[n % Math.max(lots.length, 1)]
    if (lot === undefined) return
    const status = lot.status === 'available' ? 'quarantine' : 'available'
    await committed(hub.pharmacist, (tx) =>
      setLotStatus(tx, hub.pharmacist, {
        groupingId: hub.groupingId,
        lotId: lot.id,
        status,
        reason: 'Contrôle',
      }),
    )
    lot.status = status
  }

const days = fc.integer({ min: 0, max: 5 }).map((more) => addDays(TODAY, more))
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.bigInt(0n, 9_000_001n), days),
  },
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 1, max: 12 }), days) },
  fc.constantFrom('release', 'dispatch', 'turn 0', 'turn 1', 'turn 2'),
)

function stepOf(wish: typeof step extends fc.Arbitrary<infer Wish> ? Wish : never): Step {
  if (typeof wish !== 'string') {
    return wish.length === 3 ? receive(...wish) : allocate(...wish)
  }
  if (wish === 'release') return release
  return wish === 'dispatch' ? dispatch : turn(Number(wish.at(-1)))
}

test.prop([fc.array(step, { minLength: 4, maxLength: 14 })], { numRuns: 25 })(
  'any history gives the picks of the pure rule, the cost of the pure rule, and no violation',
  async (wishes) => {
    const model = new Model(await world.given.product())
    for (const wish of wishes) await stepOf(wish)(model)

    const { productId } = model
    const item = await world.owner.prisma.stockItem.findFirst({ where: { productId } })
    expect(item?.averageCostMicros ?? 0n).toBe(
      replayAverageCost(model.costs).at(-1)?.averageCostMicros ?? 0n,
    )
    expect(item?.ownedUnits ?? 0).toBe(model.lots.reduce((sum, lot) => sum + lot.onHandUnits, 0))
    expect(await violationsOf(hub)).toEqual([])
  },
  60_000,
)
