import { CalendarDate, dateColumn } from '../../../src/kernel/calendar.js'
import {
  type GroupingId,
  newId,
  RunId,
  RunStopId,
  type SpecimenShipmentId,
} from '../../../src/kernel/ids.js'
import type { TemperatureClass } from '../../../src/kernel/storage-class.js'
import type { Context } from '../../../src/platform/context.js'
import {
  addTube,
  createExam,
  createShipment,
  createStabilityRule,
  sealShipment,
} from '../../../src/specimens/index.js'
import type { AddTubeInput, SealInput } from '../../../src/specimens/schema.js'
import type { ShipmentView } from '../../../src/specimens/view-schema.js'
import type { GivenMember } from '../../builders/given.js'
import type { World } from '../../builders/world.js'

export const CHECKLIST = {
  leakproofPrimary: true,
  leakproofSecondaryAbsorbent: true,
  rigidOuter: true,
  papersOutside: true,
}

let sequence = 0

/** A laboratory with its hub, one member, and people; each call makes another one. */
export async function openLaboratory(world: World) {
  const { given } = world
  const groupingId = await given.grouping({ kind: 'laboratory' })
  const hub = await given.member(groupingId)
  await world.owner.prisma.grouping.update({
    where: { id: groupingId },
    data: { hubEstablishmentId: hub.establishmentId },
  })
  const member = await given.member(groupingId)
  const { establishmentId } = member
  const laboratory = {
    world,
    groupingId,
    hub,
    member,
    requester: await world.as({ role: 'requester', groupingId, establishmentId }),
    technician: await world.as({ role: 'lab-technician', groupingId }),
    biologist: await world.as({ role: 'biologist', groupingId }),
    courier: await world.as({ role: 'courier', groupingId }),
  }
  return laboratory
}
export type Laboratory = Awaited<ReturnType<typeof openLaboratory>>

/** An exam that stays possible `maximumMinutes` after collection, in one class or in any. */
export async function givenExam(
  { biologist, groupingId }: Laboratory,
  wish: {
    code: string
    maximumMinutes?: number
    temperatureClass?: TemperatureClass
    isCourierForbidden?: boolean
  },
): Promise<void> {
  const { code, maximumMinutes, temperatureClass, isCourierForbidden = false } = wish
  const exam = await createExam(biologist, {
    groupingId,
    code,
    label: `Examen ${code}`,
    isCourierForbidden,
    source: 'Manuel de prélèvement',
  })
  if (maximumMinutes === undefined) return
  await createStabilityRule(biologist, {
    examId: exam.id,
    idealMinutes: Math.ceil(maximumMinutes / 2),
    maximumMinutes,
    isDerogable: false,
    source: 'Manuel de prélèvement',
    validFrom: CalendarDate.parse('2025-01-01'),
    ...(temperatureClass !== undefined && { temperatureClass }),
  })
}

/**
 * A run of today that collects at the member in `inMinutes` and reaches the hub `rideMinutes` later: the
 * laboratory's own, or the van of another grouping.
 */
export async function givenRun(
  { world, groupingId: laboratoryId, member, hub }: Laboratory,
  {
    inMinutes,
    rideMinutes = 30,
    groupingId = laboratoryId,
  }: { inMinutes: number; rideMinutes?: number; groupingId?: GroupingId },
): Promise<{ runId: RunId; stopId: RunStopId }> {
  const now = world.clock.now()
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const [runId, stopId] = [newId(RunId), newId(RunStopId)]
  sequence += 1
  const stop = (place: GivenMember, position: number, plannedAt: Date) => ({
    id: position === 1 ? stopId : newId(RunStopId),
    groupingId,
    establishmentId: place.establishmentId,
    deliveryPointId: place.deliveryPointId,
    position,
    plannedAt,
    delivers: true,
    collectsSpecimens: position === 1,
  })
  await world.owner.prisma.run.create({
    data: {
      id: runId,
      groupingId,
      number: `T-2026-${sequence}`,
      name: 'Aube Labo',
      serviceOn: dateColumn(CalendarDate.parse(now.toISOString().slice(0, 10))),
      departsAt: now,
      cutoffAt: now,
      state: 'assigned',
      createdAt: now,
      runStops: {
        create: [stop(member, 1, at(inMinutes)), stop(hub, 2, at(inMinutes + rideMinutes))],
      },
    },
  })
  return { runId, stopId }
}

export const draft = (
  { groupingId, member }: Laboratory,
  ctx: Context,
  temperatureClass: TemperatureClass = 'ambient',
): Promise<ShipmentView> =>
  createShipment(ctx, {
    groupingId,
    establishmentId: member.establishmentId,
    deliveryPointId: member.deliveryPointId,
    temperatureClass,
  })

export const tube = (
  code: string,
  examCodes: string[],
  wish: Partial<AddTubeInput> = {},
): AddTubeInput => ({
  code,
  examCodes,
  tubeType: 'edta',
  processing: 'whole',
  urgency: 'routine',
  ...wish,
})

export const seal = (wish: Partial<SealInput> = {}): SealInput => ({
  sealNumber: 'S-1',
  checklist: CHECKLIST,
  ...wish,
})

/** A sealed shipment with these tubes, collected now. */
export async function givenSealed(
  laboratory: Laboratory,
  codes: readonly string[],
  examCode = 'NFS',
): Promise<ShipmentView> {
  const { requester, world } = laboratory
  const { id } = await draft(laboratory, requester)
  for (const code of codes) {
    await addTube(requester, id, tube(code, [examCode], { collectedAt: world.clock.now() }))
  }
  return sealShipment(requester, id, seal({ overrideReason: 'Coursier appelé' }))
}

export const stateOf = async ({ world }: Laboratory, id: SpecimenShipmentId): Promise<string> =>
  (await world.owner.prisma.specimenShipment.findUniqueOrThrow({ where: { id } })).state
