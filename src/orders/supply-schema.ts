import { z } from 'zod'
import { LotId, OrderLineId, ProductId } from '../kernel/ids.js'
import { Explanation } from './view-schema.js'

const Supply = z.object({
  /** Free, not blocked, and usable when the order arrives. */
  usableUnits: z.int(),
  /** Units sent to members over the last 90 days: what a coverage is computed from. */
  dispatchedUnits90Days: z.int(),
})

const SupplyLine = Supply.extend({
  lineId: OrderLineId,
  /** What an allocation would reserve now, earliest expiry first. */
  lots: z.array(
    z.object({
      lotId: LotId,
      lotNumber: z.string(),
      expiresOn: z.iso.date(),
      units: z.int(),
    }),
  ),
  /** Why the rest of what is asked could not be given now. */
  explanation: Explanation,
  /** What the grouping's list allows to supply instead. */
  substitutes: z.array(
    Supply.extend({
      productId: ProductId,
      denomination: z.string(),
      storageClass: z.string(),
      note: z.string(),
      /** Why it may not go on this kind of order. */
      refusal: z.string().nullable(),
    }),
  ),
})
export type SupplyLine = z.infer<typeof SupplyLine>

export const OrderSupply = z.object({ lines: z.array(SupplyLine) }).meta({ ref: 'OrderSupply' })
export type OrderSupply = z.infer<typeof OrderSupply>
