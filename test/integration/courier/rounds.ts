import {
  type CreateRunTemplateInput,
  createTemplate,
  planRuns,
  type RunTemplateView,
} from '../../../src/courier/index.js'
import { calendarDate, localTime } from '../../../src/kernel/calendar.js'
import {
  DeliveryId,
  type GroupingId,
  newId,
  OrderId,
  type RunTemplateId,
  SpecimenShipmentId,
} from '../../../src/kernel/ids.js'
import type { Context } from '../../../src/platform/context.js'
import type { GivenMember } from '../../builders/given.js'
import type { World } from '../../builders/world.js'

/** A pharmacy with two members, its dispatcher and a courier. */
export interface Cast {
  readonly world: World
  readonly groupingId: GroupingId
  readonly near: GivenMember
  readonly far: GivenMember
  readonly dispatcher: Context
  readonly courier: Context
}

export async function openCast(world: World): Promise<Cast> {
  const groupingId = await world.given.grouping()
  return {
    world,
    groupingId,
    near: await world.given.member(groupingId),
    far: await world.given.member(groupingId),
    dispatcher: await world.as({ role: 'dispatcher', groupingId }),
    courier: await world.as({ role: 'courier', groupingId }),
  }
}

const stop = ({ establishmentId, deliveryPointId }: GivenMember, offsetMinutes: number) => ({
  establishmentId,
  deliveryPointId,
  offsetMinutes,
  delivers: true,
  collectsSpecimens: true,
})

/** Every day of the week at 10:30, cut-off at 09:00, first the near member, then the far one. */
export const timetable = (
  { groupingId, near, far }: Cast,
  wish: Partial<CreateRunTemplateInput> = {},
): CreateRunTemplateInput => ({
  groupingId,
  name: `Tournée ${crypto.randomUUID().slice(0, 8)}`,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  departsAt: localTime('10:30'),
  cutoffMinutes: 90,
  skipsPublicHolidays: true,
  validFrom: calendarDate('2026-01-01'),
  validTo: null,
  stops: [stop(near, 20), stop(far, 45)],
  ...wish,
})

export const givenTemplate = (
  cast: Cast,
  wish: Partial<CreateRunTemplateInput> = {},
): Promise<RunTemplateView> => createTemplate(cast.dispatcher, timetable(cast, wish))

/** A timetable with its runs, and the stored runs in the order they leave. */
export async function givenRuns(cast: Cast, wish: Partial<CreateRunTemplateInput> = {}) {
  const template = await givenTemplate(cast, wish)
  await planRuns(cast.dispatcher, cast.groupingId)
  return { template, runs: await storedRuns(cast, template.id) }
}

export const storedRuns = ({ world }: Cast, templateId: RunTemplateId) =>
  world.owner.prisma.run.findMany({
    where: { templateId },
    include: { runStops: { orderBy: { position: 'asc' } } },
    orderBy: { departsAt: 'asc' },
  })

export type StoredRun = Awaited<ReturnType<typeof storedRuns>>[number]

/** The first of a list that a story knows is not empty. */
export function firstOf<T>(items: readonly T[]): T {
  const [first] = items
  if (first === undefined) throw new Error('nothing there')
  return first
}

export async function givenOrder(
  { world, groupingId, dispatcher }: Cast,
  member: GivenMember,
  wish: { state?: string; runStopId?: string | null; kind?: string; priority?: string } = {},
): Promise<OrderId> {
  const id = newId(OrderId)
  const now = world.clock.now()
  const { establishmentId, deliveryPointId } = member
  await world.owner.prisma.supplyOrder.create({
    data: {
      kind: 'empty-full',
      state: 'approved',
      ...wish,
      id,
      groupingId,
      establishmentId,
      deliveryPointId,
      number: id.slice(-12),
      requestedById: dispatcher.actor.userId,
      createdAt: now,
      updatedAt: now,
    },
  })
  return id
}

/** An order with its delivery of one cold tote. */
export async function givenDelivery(
  cast: Cast,
  member: GivenMember,
  wish: { state: string; runStopId: string; code?: string; kind?: string },
): Promise<DeliveryId> {
  const { world, groupingId, dispatcher } = cast
  const { establishmentId, deliveryPointId } = member
  const { state, runStopId, kind = 'empty-full' } = wish
  const orderState = state === 'dispatched' ? 'dispatched' : 'released'
  const orderId = await givenOrder(cast, member, { state: orderState, runStopId, kind })
  const id = newId(DeliveryId)
  const scope = { groupingId, establishmentId }
  await world.owner.prisma.delivery.create({
    data: {
      ...scope,
      id,
      orderId,
      deliveryPointId,
      runStopId,
      state,
      packedById: dispatcher.actor.userId,
      packedAt: world.clock.now(),
    },
  })
  await world.owner.prisma.tote.create({
    data: {
      ...scope,
      id: crypto.randomUUID(),
      deliveryId: id,
      code: wish.code ?? `BAC-${id.slice(-12)}`,
      position: 1,
      storageClass: 'cold',
    },
  })
  return id
}

/** A sealed bag of specimens waiting at a member, for a laboratory. */
export async function givenShipment(
  { world, dispatcher }: Cast,
  { establishmentId, deliveryPointId }: GivenMember,
  wish: { groupingId: GroupingId; state?: string; runStopId?: string },
): Promise<SpecimenShipmentId> {
  const id = newId(SpecimenShipmentId)
  await world.owner.prisma.specimenShipment.create({
    data: {
      state: 'sealed',
      ...wish,
      id,
      establishmentId,
      deliveryPointId,
      number: id.slice(-12),
      containerCode: `SAC-${id.slice(-12)}`,
      temperatureClass: 'ambient',
      deadlineAt: new Date(world.clock.now().getTime() + 4 * 3_600_000),
      createdById: dispatcher.actor.userId,
      createdAt: world.clock.now(),
    },
  })
  return id
}
