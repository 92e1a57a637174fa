import { z } from 'zod'
import { CalendarDate, InstantView } from '../kernel/calendar.js'
import { GroupingId, LocationId, ProductId } from '../kernel/ids.js'
import { AmountView, UnitCostView } from '../kernel/money.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { StorageClass } from '../kernel/storage-class.js'

const OfGrouping = z.object({ groupingId: GroupingId })

export const LotsQuery = PageQuery.extend({
  groupingId: GroupingId,
  /** Part of a product's name or INN, or the beginning of a lot number. */
  q: z.string().trim().min(2).max(100).optional(),
  productId: ProductId.optional(),
  locationId: LocationId.optional(),
  /** Lots the hub holds, or any lot that is somewhere. */
  held: z.enum(['hub', 'anywhere']).default('hub'),
  status: z.enum(['available', 'blocked']).optional(),
  storageClass: StorageClass.optional(),
  narcotic: z.stringbool().optional(),
  expiresFrom: CalendarDate.optional(),
  expiresBefore: CalendarDate.optional(),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
    .optional(),
})
export type LotsQuery = z.infer<typeof LotsQuery>

export const LotSummary = z
  .object({
    id: z.string(),
    lotId: z.uuid(),
    lotNumber: z.string(),
    status: z.string(),
    statusReason: z.string().nullable(),
    expiresOn: z.iso.date(),
    productId: z.uuid(),
    productName: z.string(),
    storageClass: z.string(),
    isNarcotic: z.boolean(),
    /** Where the hub keeps it. */
    places: z.array(z.string()),
    hubUnits: z.int(),
    reservedUnits: z.int(),
    inTransitUnits: z.int(),
    memberUnits: z.int(),
    /** Of what the hub holds, at the average cost of today. */
    hubValue: AmountView,
  })
  .meta({ ref: 'LotSummary' })
export type LotSummary = z.infer<typeof LotSummary>
export const LotPage = pageOf(LotSummary).meta({ ref: 'LotPage' })

export const PlacesQuery = OfGrouping
export const PlaceView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    name: z.string(),
    storageClass: z.string().nullable(),
    establishmentId: z.uuid().nullable(),
    establishmentName: z.string().nullable(),
    lots: z.int(),
    products: z.int(),
    onHandUnits: z.int(),
    reservedUnits: z.int(),
    earliestExpiryOn: z.iso.date().nullable(),
    /** At the average cost of today. */
    value: AmountView,
  })
  .meta({ ref: 'StockPlaceView' })
export type PlaceView = z.infer<typeof PlaceView>
export const PlaceList = z.object({ items: z.array(PlaceView) }).meta({ ref: 'StockPlaceList' })

/** Two years at most: what expires later is no news. */
const Weeks = z.coerce.number().int().min(1).max(104)

export const ExpiryHorizonQuery = OfGrouping.extend({ weeks: Weeks.default(26) })
export type ExpiryHorizonQuery = z.infer<typeof ExpiryHorizonQuery>

const Expiring = z.object({ lots: z.int(), units: z.int(), value: AmountView })
export const ExpiryHorizon = z
  .object({
    /** Weeks from this Monday on; the hub's lots that expire within each. */
    items: z.array(
      Expiring.extend({
        fromOn: z.iso.date(),
        beforeOn: z.iso.date(),
      }),
    ),
    /** Expired and still held. */
    expired: Expiring,
    /** Beyond the last week. */
    later: Expiring,
    today: z.iso.date(),
  })
  .meta({ ref: 'ExpiryHorizon' })
export type ExpiryHorizon = z.infer<typeof ExpiryHorizon>

export const ConsumptionQuery = OfGrouping.extend({
  productId: ProductId.optional(),
  weeks: Weeks.default(13),
})
export type ConsumptionQuery = z.infer<typeof ConsumptionQuery>
export const WeeklyConsumption = z
  .object({
    /** Units that left for members, week by week up to this one, at their frozen cost. */
    items: z.array(
      z.object({
        fromOn: z.iso.date(),
        beforeOn: z.iso.date(),
        units: z.int(),
        value: AmountView,
      }),
    ),
  })
  .meta({ ref: 'WeeklyConsumption' })
export type WeeklyConsumption = z.infer<typeof WeeklyConsumption>

export const CoverageQuery = OfGrouping.extend({
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type CoverageQuery = z.infer<typeof CoverageQuery>
export const CoverageList = z
  .object({
    items: z.array(
      z.object({
        productId: z.uuid(),
        productName: z.string(),
        storageClass: z.string(),
        isNarcotic: z.boolean(),
        availableUnits: z.int(),
        dispatchedUnits90Days: z.int(),
        coverageDays: z.int(),
      }),
    ),
  })
  .meta({ ref: 'StockCoverageList' })
export type CoverageList = z.infer<typeof CoverageList>

export const ReservationsQuery = OfGrouping.extend({ productId: ProductId })
export type ReservationsQuery = z.infer<typeof ReservationsQuery>
export const ReservationList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        orderId: z.uuid(),
        orderNumber: z.string(),
        orderState: z.string(),
        establishmentId: z.uuid(),
        establishmentName: z.string(),
        lotId: z.uuid(),
        lotNumber: z.string(),
        expiresOn: z.iso.date(),
        placeName: z.string(),
        units: z.int(),
        pickedUnits: z.int(),
      }),
    ),
  })
  .meta({ ref: 'StockReservationList' })
export type ReservationList = z.infer<typeof ReservationList>

export const MovementsQuery = OfGrouping.extend({
  productId: ProductId,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional(),
})
export type MovementsQuery = z.infer<typeof MovementsQuery>
export const ProductMovementView = z
  .object({
    id: z.string(),
    occurredAt: InstantView,
    reason: z.string(),
    units: z.int(),
    unitCost: UnitCostView,
    lotId: z.uuid(),
    lotNumber: z.string(),
    fromKind: z.string(),
    fromName: z.string(),
    toKind: z.string(),
    toName: z.string(),
    establishmentName: z.string().nullable(),
    actorName: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ ref: 'ProductMovementView' })
export type ProductMovementView = z.infer<typeof ProductMovementView>
export const MovementPage = pageOf(ProductMovementView).meta({ ref: 'ProductMovementPage' })
