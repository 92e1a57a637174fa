import { z } from 'zod'
import { CalendarDate, InstantView, YearMonth } from '../kernel/calendar.js'
import {
  AllocationKeyId,
  ChargeId,
  CostPoolId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  PeriodId,
  StatementId,
} from '../kernel/ids.js'
import { AmountInput, AmountView } from '../kernel/money.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { PeriodState } from './transitions.js'
import { Driver, RecordedDriver } from './vocabulary.js'

const Label = z.string().trim().min(1).max(120)
const Reference = z.string().trim().min(1).max(120)

export const CreateCostPoolInput = z.strictObject({
  groupingId: GroupingId,
  code: z
    .string()
    .regex(/^[A-Z0-9-]{2,20}$/, 'Two to twenty capitals, digits or dashes, such as "TRANSPORT"'),
  label: Label,
  source: z.enum(['products', 'charges']),
  account: z
    .string()
    .regex(/^\d{2,10}$/, 'An account number')
    .optional(),
})
export type CreateCostPoolInput = z.infer<typeof CreateCostPoolInput>

export const CostPoolView = z
  .object({
    id: CostPoolId,
    groupingId: GroupingId,
    code: z.string(),
    label: z.string(),
    source: z.enum(['products', 'charges']),
    account: z.string().nullable(),
    closedOn: CalendarDate.nullable(),
  })
  .meta({ ref: 'CostPool' })
export type CostPoolView = z.infer<typeof CostPoolView>

const Weight = z.strictObject({
  establishmentId: EstablishmentId,
  weight: z.int().min(0).max(1_000_000_000),
})

const ComponentInput = z
  .strictObject({
    driver: Driver,
    weight: z.int().min(1).max(1_000_000).default(1),
    weights: z.array(Weight).max(200).default([]),
  })
  .refine(({ driver, weights }) => (driver === 'contractual') === weights.length > 0, {
    path: ['weights'],
    error: 'A contractual component needs a weight per member; a measured one takes none',
  })

export const CreateAllocationKeyInput = z.strictObject({
  poolId: CostPoolId,
  label: Label,
  fromMonth: YearMonth,
  decisionReference: Reference,
  components: z.array(ComponentInput).min(1).max(10),
})
export type CreateAllocationKeyInput = z.infer<typeof CreateAllocationKeyInput>

export const AllocationKeyView = z
  .object({
    id: AllocationKeyId,
    poolId: CostPoolId,
    version: z.int(),
    label: z.string(),
    fromOn: CalendarDate,
    toOn: CalendarDate.nullable(),
    decisionReference: z.string(),
    components: z.array(
      z.object({
        driver: Driver,
        weight: z.int(),
        weights: z.array(z.object({ establishmentId: EstablishmentId, weight: z.string() })),
      }),
    ),
  })
  .meta({ ref: 'AllocationKey' })
export type AllocationKeyView = z.infer<typeof AllocationKeyView>

export const RecordChargeInput = z.strictObject({
  poolId: CostPoolId,
  month: YearMonth,
  amount: AmountInput,
  label: Label,
  documentReference: Reference,
})
export type RecordChargeInput = z.infer<typeof RecordChargeInput>

export const ChargeView = z
  .object({
    id: ChargeId,
    poolId: CostPoolId,
    accountingMonth: YearMonth,
    originMonth: YearMonth,
    amount: AmountView,
    label: z.string(),
    documentReference: z.string(),
    reversesId: ChargeId.nullable(),
    /** The contrary charge, wherever it landed. */
    reversedById: ChargeId.nullable(),
    recordedAt: InstantView,
    recordedBy: z.string(),
  })
  .meta({ ref: 'Charge' })
export type ChargeView = z.infer<typeof ChargeView>

export const RecordDriverInput = z.strictObject({
  groupingId: GroupingId,
  establishmentId: EstablishmentId,
  driver: RecordedDriver,
  month: YearMonth,
  quantity: z.int().min(0).max(1_000_000_000),
  source: Reference,
})
export type RecordDriverInput = z.infer<typeof RecordDriverInput>

export const RecordedDriverView = z
  .object({ ...RecordDriverInput.shape, quantity: z.int(), recordedAt: InstantView })
  .meta({ ref: 'RecordedDriver' })
export type RecordedDriverView = z.infer<typeof RecordedDriverView>

export const Blocker = z
  .object({
    code: z.string(),
    message: z.string(),
    count: z.int().optional(),
    /** The pools it is about. */
    subjects: z.array(z.object({ id: z.uuid(), label: z.string() })).optional(),
  })
  .meta({ ref: 'PeriodBlocker' })
export type Blocker = z.infer<typeof Blocker>

export const PeriodView = z
  .object({
    id: PeriodId,
    groupingId: GroupingId,
    month: YearMonth,
    state: PeriodState,
    frozenAt: InstantView.nullable(),
    closedAt: InstantView.nullable(),
    snapshotSha256: z.string().nullable(),
  })
  .meta({ ref: 'Period' })
export type PeriodView = z.infer<typeof PeriodView>
export const PeriodPage = pageOf(PeriodView)

export const MonthInput = z.strictObject({ groupingId: GroupingId, month: YearMonth })
export type MonthInput = z.infer<typeof MonthInput>

const ShareView = z.object({
  establishmentId: EstablishmentId,
  name: z.string(),
  numerator: z.string(),
  amount: AmountView,
})

const PoolSplitView = z.object({
  poolId: CostPoolId,
  code: z.string(),
  label: z.string(),
  keyId: AllocationKeyId.nullable(),
  keyLabel: z.string(),
  unit: z.string(),
  total: AmountView,
  denominator: z.string(),
  shares: z.array(ShareView),
})

/** A month as it stands: what would be, or was, split. */
export const MonthSplitView = z
  .object({
    period: PeriodView.nullable(),
    month: YearMonth,
    isFrozen: z.boolean(),
    total: AmountView,
    pools: z.array(PoolSplitView),
    members: z.array(
      z.object({ establishmentId: EstablishmentId, name: z.string(), total: AmountView }),
    ),
    blockers: z.array(Blocker),
    warnings: z.array(Blocker),
  })
  .meta({ ref: 'MonthSplit' })
export type MonthSplitView = z.infer<typeof MonthSplitView>

export const StatementView = z
  .object({
    id: StatementId,
    groupingId: GroupingId,
    establishmentId: EstablishmentId,
    periodId: PeriodId,
    month: YearMonth,
    number: z.string(),
    total: AmountView,
    state: z.enum(['issued', 'disputed', 'final']),
    issuedAt: InstantView,
    disputeUntil: CalendarDate,
    disputeReason: z.string().nullable(),
    documentId: DocumentId.nullable(),
    csvDocumentId: DocumentId.nullable(),
  })
  .meta({ ref: 'Statement' })
export type StatementView = z.infer<typeof StatementView>
export const StatementPage = pageOf(StatementView)

export const DisputeInput = z.strictObject({ reason: z.string().trim().min(10).max(2000) })

export const GroupingQuery = PageQuery.extend({ groupingId: GroupingId })
export const StatementQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  month: YearMonth.optional(),
})
