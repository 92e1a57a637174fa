import { z } from 'zod'
import { InstantView, YearMonth } from '../kernel/calendar.js'
import { CostPoolId, EstablishmentId, LotId, PeriodId } from '../kernel/ids.js'
import { AmountView, UnitCostView } from '../kernel/money.js'
import { AllocationKeyView, ChargeView, CreateAllocationKeyInput } from './schema.js'
import { PeriodState } from './transitions.js'
import { Driver } from './vocabulary.js'

/** What each closed month came to, by pool: a year of months in one answer. */
export const MonthTotalView = z
  .object({
    periodId: PeriodId,
    month: YearMonth,
    total: AmountView,
    pools: z.array(z.object({ poolId: CostPoolId, label: z.string(), total: AmountView })),
    members: z.array(
      z.object({ establishmentId: EstablishmentId, name: z.string(), total: AmountView }),
    ),
  })
  .meta({ ref: 'MonthTotal' })
export type MonthTotalView = z.infer<typeof MonthTotalView>

/** One driver of a key for one member: what it measured here, and for everybody. */
const PartView = z.object({
  driver: Driver,
  /** How much this part counts beside the others of the key. */
  weight: z.int(),
  unit: z.string(),
  quantity: z.string(),
  total: z.string(),
})

/** Why one member owes one amount for one pool. */
export const ShareExplanationView = z
  .object({
    month: YearMonth,
    state: PeriodState,
    pool: z.object({
      id: CostPoolId,
      code: z.string(),
      label: z.string(),
      source: z.enum(['products', 'charges']),
      account: z.string().nullable(),
    }),
    member: z.object({ establishmentId: EstablishmentId, name: z.string() }),
    /** Days of membership in the month, and days of the month. */
    memberDays: z.int(),
    monthDays: z.int(),
    key: AllocationKeyView.nullable(),
    keyLabel: z.string(),
    unit: z.string(),
    numerator: z.string(),
    denominator: z.string(),
    parts: z.array(PartView),
    /** What the key splits: the pool’s own charges of the month, without corrections of closed months. */
    ownTotal: AmountView,
    ownAmount: AmountView,
    /** The exact quotient cut to the cent, what is left over the denominator, and whether it got a cent more. */
    rounding: z
      .object({ cut: AmountView, remainder: z.string(), hasExtraCent: z.boolean() })
      .nullable(),
    corrections: z.array(z.object({ originMonth: YearMonth, amount: AmountView })),
    amount: AmountView,
    charges: z.array(ChargeView),
  })
  .meta({ ref: 'ShareExplanation' })
export type ShareExplanationView = z.infer<typeof ShareExplanationView>

export const ActivityQuery = z.object({
  establishmentId: EstablishmentId,
  driver: Driver,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{17}-[0-9a-f-]{1,36}$/, 'The cursor of a page')
    .optional(),
})
export type ActivityQuery = z.output<typeof ActivityQuery>

/** One fact behind a driver: a movement, a stop, a tube, or what somebody recorded. */
export const ActivityView = z
  .object({
    id: z.string(),
    kind: z.enum(['movement', 'stop', 'tube', 'record']),
    at: InstantView,
    /** The product, the place, the tube or the source. */
    label: z.string(),
    /** The delivery note, the run or the shipment it came with. */
    reference: z.string().nullable(),
    subject: z
      .object({ type: z.enum(['order', 'run', 'specimen-shipment']), id: z.uuid() })
      .nullable(),
    lotId: LotId.nullable(),
    lotNumber: z.string().nullable(),
    units: z.int().nullable(),
    unitCost: UnitCostView.nullable(),
    who: z.string().nullable(),
    /** What it adds to the driver: these add up to the member’s numerator. */
    counts: z.string(),
    /** The month it counts in: a later one than its own when that was closed before it was recorded. */
    countsIn: YearMonth,
  })
  .meta({ ref: 'Activity' })
export type ActivityView = z.infer<typeof ActivityView>
export const ActivityPage = z.object({
  /** What all of them add up to today; a closed month keeps what it counted then. */
  total: z.string(),
  items: z.array(ActivityView),
  nextCursor: z.string().optional(),
})

export const PreviewKeyInput = z.strictObject({
  poolId: CostPoolId,
  month: YearMonth,
  components: CreateAllocationKeyInput.shape.components,
})
export type PreviewKeyInput = z.output<typeof PreviewKeyInput>

/** One month split by the key in force, and by another one. */
export const KeyPreviewView = z
  .object({
    month: YearMonth,
    total: AmountView,
    denominator: z.string(),
    members: z.array(
      z.object({
        establishmentId: EstablishmentId,
        name: z.string(),
        numerator: z.string(),
        before: AmountView,
        after: AmountView,
        change: AmountView,
      }),
    ),
  })
  .meta({ ref: 'KeyPreview' })
export type KeyPreviewView = z.infer<typeof KeyPreviewView>
