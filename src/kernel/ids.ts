import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

const uuid = z.uuid().meta({ description: 'UUID', example: '01999c3e-5d0a-7cc1-8a3c-0d9f6a1b2c3d' })

export const GroupingId = uuid.brand<'GroupingId'>()
export type GroupingId = z.infer<typeof GroupingId>
export const EstablishmentId = uuid.brand<'EstablishmentId'>()
export type EstablishmentId = z.infer<typeof EstablishmentId>
export const CareUnitId = uuid.brand<'CareUnitId'>()
export type CareUnitId = z.infer<typeof CareUnitId>
export const DeliveryPointId = uuid.brand<'DeliveryPointId'>()
export type DeliveryPointId = z.infer<typeof DeliveryPointId>
export const MembershipId = uuid.brand<'MembershipId'>()
export type MembershipId = z.infer<typeof MembershipId>
export const UserId = uuid.brand<'UserId'>()
export type UserId = z.infer<typeof UserId>
export const RoleGrantId = uuid.brand<'RoleGrantId'>()
export type RoleGrantId = z.infer<typeof RoleGrantId>
export const ApiKeyId = uuid.brand<'ApiKeyId'>()
export type ApiKeyId = z.infer<typeof ApiKeyId>
export const ProductId = uuid.brand<'ProductId'>()
export type ProductId = z.infer<typeof ProductId>
export const PresentationId = uuid.brand<'PresentationId'>()
export type PresentationId = z.infer<typeof PresentationId>
export const AllotmentId = uuid.brand<'AllotmentId'>()
export type AllotmentId = z.infer<typeof AllotmentId>
export const LocationId = uuid.brand<'LocationId'>()
export type LocationId = z.infer<typeof LocationId>
export const LotId = uuid.brand<'LotId'>()
export type LotId = z.infer<typeof LotId>
export const ReceiptId = uuid.brand<'ReceiptId'>()
export type ReceiptId = z.infer<typeof ReceiptId>
export const OrderId = uuid.brand<'OrderId'>()
export type OrderId = z.infer<typeof OrderId>
export const OrderLineId = uuid.brand<'OrderLineId'>()
export type OrderLineId = z.infer<typeof OrderLineId>
export const DeliveryId = uuid.brand<'DeliveryId'>()
export type DeliveryId = z.infer<typeof DeliveryId>
export const DeliveryLineId = uuid.brand<'DeliveryLineId'>()
export type DeliveryLineId = z.infer<typeof DeliveryLineId>
export const DiscrepancyId = uuid.brand<'DiscrepancyId'>()
export type DiscrepancyId = z.infer<typeof DiscrepancyId>
export const RunTemplateId = uuid.brand<'RunTemplateId'>()
export type RunTemplateId = z.infer<typeof RunTemplateId>
export const RunId = uuid.brand<'RunId'>()
export type RunId = z.infer<typeof RunId>
export const RunStopId = uuid.brand<'RunStopId'>()
export type RunStopId = z.infer<typeof RunStopId>
export const ExamId = uuid.brand<'ExamId'>()
export type ExamId = z.infer<typeof ExamId>
export const SpecimenShipmentId = uuid.brand<'SpecimenShipmentId'>()
export type SpecimenShipmentId = z.infer<typeof SpecimenShipmentId>
export const TubeId = uuid.brand<'TubeId'>()
export type TubeId = z.infer<typeof TubeId>
export const CostPoolId = uuid.brand<'CostPoolId'>()
export type CostPoolId = z.infer<typeof CostPoolId>
export const AllocationKeyId = uuid.brand<'AllocationKeyId'>()
export type AllocationKeyId = z.infer<typeof AllocationKeyId>
export const MeasureId = uuid.brand<'MeasureId'>()
export type MeasureId = z.infer<typeof MeasureId>
export const ChargeId = uuid.brand<'ChargeId'>()
export type ChargeId = z.infer<typeof ChargeId>
export const BudgetVoteId = uuid.brand<'BudgetVoteId'>()
export type BudgetVoteId = z.infer<typeof BudgetVoteId>
export const PeriodId = uuid.brand<'PeriodId'>()
export type PeriodId = z.infer<typeof PeriodId>
export const StatementId = uuid.brand<'StatementId'>()
export type StatementId = z.infer<typeof StatementId>
export const DocumentId = uuid.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

/** The ids above, by construction: a new one is time-ordered (UUIDv7), so indexes grow at one end. */
export function newId<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  return schema.parse(uuidv7())
}
