import { dayOf } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { advanceOrder, authoriseStep } from './advance-order.js'
import { auditingRefusals } from './audit-refusal.js'
import { type AllocatedLot, expectedLots } from './expected-lots.js'
import { type LockedOrder, lockOrder } from './load-order.js'
import { matchTaken } from './match-scan.js'
import { orderView } from './order-view.js'
import { pickUnits } from './quantities.js'
import { saveLines } from './save-lines.js'
import type { PickInput } from './schema.js'
import { requireUsable } from './usable-lot.js'
import type { OrderView } from './view-schema.js'

/**
 * Takes units of a lot from the shelf for an order. Only a lot that is kept for the order passes, and
 * never more of it than is kept.
 * @throws DomainError `scan-mismatch` with what is expected · `scan-unreadable` · `lot-expired` ·
 * `lot-blocked` · `over-approved` (audited) · `wrong-state`
 */
export function pickForOrder(ctx: Context, orderId: OrderId, input: PickInput): Promise<OrderView> {
  return auditingRefusals(ctx, ['over-approved'], (trail) =>
    inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, orderId)
      const { groupingId, establishmentId } = order
      trail.fact = { groupingId, establishmentId, subjectId: orderId }
      authoriseStep(ctx, order, 'pick')

      const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
      const lots = (await expectedLots(tx, order)).filter(
        ({ lineId }) => input.lineId === undefined || lineId === input.lineId,
      )
      const picks = spread(matchTaken(lots, input, today), input.units)
      for (const { lot } of picks) requireUsable(lot, today)
      await keepPicks(tx, order, picks)
      await advanceOrder(tx, ctx, order, {
        action: 'pick',
        details: { picks: picks.map(pickForAudit), isScanned: input.scan !== undefined },
        isInTimeline: await isFirstPick(tx, ctx, order),
      })
      return orderView(tx, ctx, orderId)
    }),
  )
}

interface Pick {
  readonly lot: AllocatedLot
  readonly units: number
}

/** Shares what was taken over the places it is kept for. @throws DomainError `over-approved` */
function spread(lots: readonly AllocatedLot[], units: number): Pick[] {
  let rest = units
  const picks: Pick[] = []
  for (const lot of lots) {
    const taken = Math.min(rest, lot.units - lot.pickedUnits)
    if (taken > 0) picks.push({ lot, units: taken })
    rest -= taken
  }
  if (rest === 0) return picks
  throw new DomainError(
    'over-approved',
    'More was taken than is kept for this order: put it back',
    {
      ...(lots[0] !== undefined && {
        denomination: lots[0].denomination,
        lotNumber: lots[0].lotNumber,
      }),
      takenUnits: units,
      remainingUnits: units - rest,
    },
  )
}

async function keepPicks(tx: Tx, order: LockedOrder, picks: readonly Pick[]): Promise<void> {
  for (const { lot, units } of picks) {
    const { lineId, lotId, locationId } = lot
    await tx.allocation.update({
      where: { lineId_lotId_locationId: { lineId, lotId, locationId } },
      data: { pickedUnits: { increment: units } },
    })
  }
  const taken = (lineId: string): number =>
    picks.reduce((total, pick) => total + (pick.lot.lineId === lineId ? pick.units : 0), 0)
  const picked = order.lines.filter(({ id }) => taken(id) > 0)
  await saveLines(
    tx,
    picked.map((line) => pickUnits(line, taken(line.id))),
  )
}

/** The timeline names each picker once: four-eyes checks and readers need no more. */
async function isFirstPick(tx: Tx, ctx: Context, order: LockedOrder): Promise<boolean> {
  const earlier = await tx.orderTransition.count({
    where: { orderId: order.id, action: 'pick', actorId: ctx.actor.userId },
  })
  return earlier === 0
}

const pickForAudit = ({ lot, units }: Pick) => ({
  lineId: lot.lineId,
  lotNumber: lot.lotNumber,
  locationId: lot.locationId,
  units,
})
