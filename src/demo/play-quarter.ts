import { closePeriod, freezePeriod, recordCharge } from '../billing/index.js'
import { planRuns } from '../courier/index.js'
import type { DeliveryView } from '../deliveries/index.js'
import {
  type CalendarDate,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
  previousMonth,
  weekdayOf,
  type YearMonth,
} from '../kernel/calendar.js'
import { AmountInput } from '../kernel/money.js'
import type { OrderView } from '../orders/index.js'
import type { ShipmentView } from '../specimens/index.js'
import { CourierPhone, driveRun, runsOf } from './play-runs.js'
import { type LaboratoryMember, receiveTubes, sendTubes } from './play-specimens.js'
import {
  memberAt,
  type PharmacyMember,
  placeOrder,
  prepareOrder,
  receiveAtWard,
  type Stage,
  settleSome,
  shipDelivery,
  waitingOrders,
} from './play-supply.js'
import type { Pools } from './set-cost-pools.js'
import { type Dotation, setAllotments, siteOf } from './set-rules.js'
import { daysFrom } from './sim-clock.js'
import { receiveShelves, type Shelf } from './stock-up.js'

/** What both lanes of the story share. */
interface Calendar {
  readonly today: CalendarDate
  readonly firstMonth: YearMonth
  readonly pools: Pools
}

/** The pharmacy's lane: its own clock and chance, so that both lanes play at once and always the same. */
export interface SupplyLane extends Calendar {
  readonly stage: Stage
  readonly neuillyFrom: CalendarDate
  readonly shelves: readonly Shelf[]
  /** Grows when a member joins. */
  readonly dotations: Map<string, Dotation>
}

export interface SpecimenLane extends Calendar {
  readonly stage: Stage
  readonly mgenFrom: CalendarDate
}

/** Weekdays (1 = Monday) on which each member orders or sends. */
const ORDER_DAYS: Readonly<Record<PharmacyMember, readonly number[]>> = {
  foch: [1, 4],
  fleurs: [1, 3],
  solemnes: [2, 5],
  neuilly: [2],
}
const SEND_DAYS: Readonly<Record<LaboratoryMember, readonly number[]>> = {
  fleurs: [1, 4],
  hfb: [1, 2, 3, 4, 5],
  mgen: [2, 4],
}

type OnDay = (done: number, total: number) => void

/** Plays the pharmacy's days up to yesterday, then leaves this morning's work on the benches. */
export async function playPharmacy(lane: SupplyLane, onDay: OnDay): Promise<void> {
  const { stage, today, firstMonth } = lane
  const phone = new CourierPhone(PHARMACY_PHONE)
  const days = daysFrom(firstDayOf(firstMonth), today)
  for (const [done, day] of days.entries()) {
    await closeMonth(lane, 'pharmacy', day)
    if (weekdayOf(day) === 1 || done === 0) await planWeek(stage, 'pharmacy', day)
    if (done > 0 && (day.endsWith('-10') || day.endsWith('-20'))) await restock(lane, day)
    if (day === lane.neuillyFrom) await welcomeNeuilly(lane, day)
    if (day === today) await leaveOrdersOpen(lane, day)
    else if (weekdayOf(day) <= 5) await playSupply(lane, phone, day)
    onDay(done + 1, days.length)
  }
}

/** Plays the laboratory's days up to yesterday, then leaves a sealed container waiting for the van. */
export async function playLaboratory(lane: SpecimenLane): Promise<void> {
  const { stage, today, firstMonth } = lane
  const phone = new CourierPhone(LABORATORY_PHONE)
  const days = daysFrom(firstDayOf(firstMonth), today)
  for (const [done, day] of days.entries()) {
    await closeMonth(lane, 'laboratory', day)
    if (weekdayOf(day) === 1 || done === 0) await planWeek(stage, 'laboratory', day)
    if (day === today) {
      stage.clock.at(day, '06:10')
      await sendTubes(stage, 'hfb')
    } else if (weekdayOf(day) <= 5) await playSpecimens(lane, phone, day)
  }
}

/** The two phones of the story, as their events name them. */
const PHARMACY_PHONE = 'd3b07384-d9a0-4c1f-8e5a-5f3a2c1b0a99'
const LABORATORY_PHONE = 'c157a79f-031c-4d40-8973-0781bc002930'

async function planWeek(
  { alliance, clock }: Stage,
  kind: keyof Pools,
  day: CalendarDate,
): Promise<void> {
  clock.at(day, '06:05')
  await planRuns(alliance.cast.as('admin'), alliance.groupings[kind])
}

/** A joining member gets its allotment on its first day. */
async function welcomeNeuilly(
  { stage, shelves, dotations }: SupplyLane,
  day: CalendarDate,
): Promise<void> {
  stage.clock.at(day, '06:30')
  const { alliance, chance } = stage
  for (const [unit, dotation] of await setAllotments(alliance, ['neuilly'], { shelves, chance })) {
    dotations.set(unit, dotation)
  }
}

async function restock({ stage, shelves }: SupplyLane, day: CalendarDate): Promise<void> {
  stage.clock.at(day, '06:40')
  await receiveShelves(stage.alliance, stage.chance.sample(shelves, 35), stage.chance)
}

async function playSpecimens(
  lane: SpecimenLane,
  phone: CourierPhone,
  day: CalendarDate,
): Promise<void> {
  const { stage } = lane
  stage.clock.at(day, '07:10')
  const runs = await runsOf(stage, stage.alliance.groupings.laboratory, day)
  if (runs.length === 0) return
  const shipments = new Map<LaboratoryMember, ShipmentView>()
  for (const member of sendersOn(lane, day)) shipments.set(member, await sendTubes(stage, member))
  for (const run of runs) {
    stage.clock.at(day, run.name.includes('Rueil') ? '08:30' : '08:00')
    const loads = [...shipments].map(([member, { containerCode }]) => ({
      establishmentId: siteOf(stage.alliance, member).establishmentId,
      totes: [],
      containers: [containerCode],
    }))
    const served = loads.filter((load) =>
      run.stops.some((stop) => stop.establishmentId === load.establishmentId),
    )
    await driveRun(stage, phone, run, served)
  }
  stage.clock.at(day, '09:35')
  for (const shipment of shipments.values()) await receiveTubes(stage, shipment)
}

const sendersOn = ({ mgenFrom }: SpecimenLane, day: CalendarDate): LaboratoryMember[] =>
  (['fleurs', 'hfb', 'mgen'] as const).filter(
    (member) =>
      SEND_DAYS[member].includes(weekdayOf(day)) && (member !== 'mgen' || day >= mgenFrom),
  )

interface Parcel {
  readonly member: PharmacyMember
  readonly delivery: DeliveryView
}

async function playSupply(lane: SupplyLane, phone: CourierPhone, day: CalendarDate): Promise<void> {
  const { stage } = lane
  const runs = await runsOf(stage, stage.alliance.groupings.pharmacy, day)
  if (runs.length === 0) return
  stage.clock.at(day, '09:40')
  const parcels: Parcel[] = []
  for (const member of orderersOn(lane, day)) {
    const order = await placeOrder(stage, member, lane.dotations)
    parcels.push(...(await shipOrder(stage, member, order)))
  }
  if (day.endsWith('-11') || day.endsWith('-21')) parcels.push(...(await shipWaiting(stage)))
  for (const run of runs) {
    stage.clock.at(day, run.name.includes('Neuilly') ? '11:30' : '10:20')
    const loads = parcels.map(({ member, delivery }) => ({
      establishmentId: siteOf(stage.alliance, member).establishmentId,
      totes: delivery.totes.map(({ code }) => code),
      containers: [],
    }))
    const served = loads.filter((load) =>
      run.stops.some((stop) => stop.establishmentId === load.establishmentId),
    )
    await driveRun(stage, phone, run, served)
  }
  stage.clock.at(day, '14:00')
  for (const { member, delivery } of parcels) {
    await settleSome(stage, await receiveAtWard(stage, member, delivery))
  }
}

const orderersOn = ({ neuillyFrom }: SupplyLane, day: CalendarDate): PharmacyMember[] =>
  (['foch', 'fleurs', 'solemnes', 'neuilly'] as const).filter(
    (member) =>
      ORDER_DAYS[member].includes(weekdayOf(day)) && (member !== 'neuilly' || day >= neuillyFrom),
  )

async function shipWaiting(stage: Stage): Promise<Parcel[]> {
  const parcels: Parcel[] = []
  for (const order of await waitingOrders(stage)) {
    parcels.push(...(await shipOrder(stage, memberAt(stage, order.establishment.id), order)))
  }
  return parcels
}

async function shipOrder(
  stage: Stage,
  member: PharmacyMember,
  order: OrderView,
): Promise<Parcel[]> {
  const packed = await prepareOrder(stage, order)
  if (packed === undefined) return []
  return [{ member, delivery: await shipDelivery(stage, packed) }]
}

/** In the first days of a month, the controller records the charges of the last one, freezes and closes it. */
async function closeMonth(
  { stage, firstMonth, pools }: Calendar & { readonly stage: Stage },
  kind: keyof Pools,
  day: CalendarDate,
): Promise<void> {
  const month = previousMonth(monthOfDay(day))
  if (!day.endsWith('-05') || month < firstMonth) return
  stage.clock.at(day, '05:30')
  const finance = stage.alliance.cast.as('finance')
  const groupingId = stage.alliance.groupings[kind]
  for (const [code, label, amount] of CHARGES[kind]) {
    const poolId = pools[kind].get(code)
    if (poolId === undefined) throw new RangeError(`No pool ${code}`)
    await recordCharge(finance, {
      ...{ poolId, month, label, documentReference: `OD-${month}` },
      amount: AmountInput.parse(amount),
    })
  }
  await freezePeriod(finance, { groupingId, month })
  await closePeriod(finance, { groupingId, month })
}

const monthOfDay = (day: CalendarDate): YearMonth => monthOf(new Date(`${day}T12:00:00Z`))

type ChargePlan = ReadonlyArray<readonly [pool: string, label: string, amount: string]>
/** Invented amounts of the size a small grouping would see. */
const CHARGES: Readonly<Record<keyof Pools, ChargePlan>> = {
  pharmacy: [
    ['DISPENSATION', 'Salaires et charges des préparateurs', '12345.67'],
    ['TRANSPORT', 'Prestataire de transport', '3180.00'],
    ['STRUCTURE', 'Loyer, logiciel, assurance', '4870.50'],
  ],
  laboratory: [
    ['TECHNIQUE', 'Réactifs et maintenance', '18420.35'],
    ['TRANSPORT', 'Ramassage des échantillons', '2210.00'],
    ['QUALITE', 'Accréditation et qualité', '1500.00'],
  ],
}

/** This morning: two orders to approve, one on its way. */
async function leaveOrdersOpen({ stage, dotations }: SupplyLane, day: CalendarDate): Promise<void> {
  stage.clock.at(day, '06:10')
  await placeOrder(stage, 'solemnes', dotations)
  await placeOrder(stage, 'fleurs', dotations)
  const packed = await prepareOrder(stage, await placeOrder(stage, 'foch', dotations))
  if (packed !== undefined) await shipDelivery(stage, packed)
}

/** The three months the story spans: two that are over, and the one of `today`. */
export const firstMonthOf = (today: CalendarDate): YearMonth =>
  previousMonth(previousMonth(monthOfDay(today)))
export const secondMonthDay = (firstMonth: YearMonth, day: string): CalendarDate =>
  daysFrom(firstDayOf(nextMonth(firstMonth)), lastDayOf(nextMonth(firstMonth))).find((one) =>
    one.endsWith(day),
  ) ?? firstDayOf(nextMonth(firstMonth))
