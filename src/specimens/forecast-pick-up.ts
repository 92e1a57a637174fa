import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId, type SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { isExpectedLate } from './alarm-thresholds.js'
import { nextPickUp } from './next-pick-up.js'

export const PickUpForecastView = z
  .object({
    /** The next run that collects here; null when none is planned. */
    pickUp: z
      .object({ runName: z.string(), plannedAt: InstantView, expectedAt: InstantView })
      .nullable(),
    /** Of the tubes packed so far: the first to expire. */
    deadlineAt: InstantView.nullable(),
    /** Sealing now asks for a reason: that run comes too late, or there is none. */
    needsReason: z.boolean(),
  })
  .meta({ ref: 'PickUpForecast' })
export type PickUpForecastView = z.infer<typeof PickUpForecastView>

/**
 * Which run would take this container if it were sealed now, and whether it is in time for its tubes:
 * the sender knows while packing what sealing would say.
 * @throws DomainError `not-found`
 */
export function forecastPickUp(ctx: Context, id: SpecimenShipmentId): Promise<PickUpForecastView> {
  return inReadTransaction(ctx, async (tx) => {
    const shipment = await tx.specimenShipment.findUnique({
      where: { id },
      include: { tubes: { select: { deadlineAt: true } } },
    })
    if (shipment === null) throw notFound('Specimen shipment', id)
    const pickUp = await nextPickUp(tx, ctx, {
      groupingId: GroupingId.parse(shipment.groupingId),
      establishmentId: EstablishmentId.parse(shipment.establishmentId),
    })
    const deadlineAt = firstOf(shipment.tubes.map((tube) => tube.deadlineAt))
    const isInTime =
      deadlineAt === null ||
      (pickUp !== undefined && !isExpectedLate(deadlineAt, pickUp.expectedAt))
    return {
      pickUp: pickUp
        ? {
            runName: pickUp.runName,
            plannedAt: pickUp.plannedAt.toISOString(),
            expectedAt: pickUp.expectedAt.toISOString(),
          }
        : null,
      deadlineAt: deadlineAt?.toISOString() ?? null,
      needsReason: !isInTime,
    }
  })
}

const firstOf = (instants: readonly (Date | null)[]): Date | null =>
  instants.filter((instant) => instant !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ??
  null
