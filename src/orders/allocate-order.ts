import type { OrderId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { allocateInSteps } from './allocate-in-steps.js'
import { allocateWhole } from './allocate-whole.js'
import type { OrderView } from './view-schema.js'

/**
 * Reserves lots for every line, earliest expiry first, among those still usable when they arrive.
 * What cannot be given becomes a backorder, and each line says why.
 * Nearly every order gets all it asks for, and that takes one call; whatever else may be needed, a
 * reason, a backorder or a refusal, takes the long way and decides again from the beginning.
 * @throws DomainError `insufficient-stock` with the reasons when nothing at all can be given ·
 * `wrong-state` · `not-found` · `forbidden` · `idempotency-key-reused`
 */
export async function allocateOrder(ctx: Context, orderId: OrderId): Promise<OrderView> {
  return (await allocateWhole(ctx, orderId)) ?? allocateInSteps(ctx, orderId)
}
