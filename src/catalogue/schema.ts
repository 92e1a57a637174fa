import { z } from 'zod'
import { CalendarDate } from '../kernel/calendar.js'
import { Atc, Cip13, Gtin14, Ucd13 } from '../kernel/codes.js'
import { GroupingId, PresentationId, ProductId } from '../kernel/ids.js'
import { AmountView } from '../kernel/money.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { StorageClass } from '../kernel/storage-class.js'

export const PRODUCT_KINDS = [
  'medicine',
  'device',
  'implant',
  'blood-derived',
  'lab-consumable',
  'other',
] as const
export const ProductKind = z.enum(PRODUCT_KINDS)
/** What we decide for our own products; the public database knows a few more. */
export const OwnStatus = z.enum(['marketed', 'not-marketed', 'withdrawn'])

const Text = (max: number) => z.string().trim().max(max)
const Denomination = Text(500).min(1)
const UnitsPerPack = z.int().positive().max(100_000)
/** 5,5 % is 550: hundredths of a percent. */
const VatBasisPoints = z.int().min(0).max(10_000)
/** Ten years: longer margins refuse every lot. */
const ShelfLifeDays = z.int().min(0).max(3_650)
const Reason = Text(500).min(3, 'Say why, for whoever reads the audit trail')

export const PackSummary = z
  .object({
    id: z.uuid(),
    label: z.string(),
    cip13: z.string().nullable(),
    cip7: z.string().nullable(),
    gtin14: z.string().nullable(),
    ucd13: z.string().nullable(),
    /** Null until somebody reads it off the box. */
    unitsPerPack: z.int().nullable(),
    status: z.string(),
  })
  .meta({ ref: 'PackSummary' })
export type PackSummary = z.infer<typeof PackSummary>

export const ProductSummary = z
  .object({
    id: z.uuid(),
    cis: z.string().nullable(),
    kind: z.string(),
    denomination: z.string(),
    inn: z.string(),
    form: z.string(),
    strength: z.string(),
    atc: z.string().nullable(),
    storageClass: StorageClass,
    isNarcotic: z.boolean(),
    isBloodDerived: z.boolean(),
    isHospitalOnly: z.boolean(),
    isLotTracked: z.boolean(),
    isSerialised: z.boolean(),
    requiresFourEyes: z.boolean(),
    supplyStatus: z.string(),
    status: z.string(),
    /** Marketed ones first. */
    presentations: z.array(PackSummary),
  })
  .meta({ ref: 'ProductSummary' })
export type ProductSummary = z.infer<typeof ProductSummary>

/** A product that answers a search; `matchedCode` is the code that begins with the digits typed. */
export const ProductHit = ProductSummary.extend({ matchedCode: z.string().nullable() }).meta({
  ref: 'ProductHit',
})
export type ProductHit = z.infer<typeof ProductHit>
export const ProductPage = pageOf(ProductHit).meta({ ref: 'ProductPage' })
export type ProductPage = z.infer<typeof ProductPage>

export const ListProductsQuery = PageQuery.extend({
  /** As typed: name, substance, strength or code, accents or not, with a typo or not. */
  search: z.string().max(200).optional(),
  storageClass: StorageClass.optional(),
  narcotic: z.stringbool().optional(),
  /** Without it, all but the withdrawn. A search never finds the withdrawn. */
  status: z.string().max(32).optional(),
  kind: ProductKind.optional(),
  cursor: z.uuid().optional(),
})
export type ListProductsQuery = z.infer<typeof ListProductsQuery>

export const VatRateView = z
  .object({ fromOn: z.iso.date(), toOn: z.iso.date().nullable(), basisPoints: z.int() })
  .meta({ ref: 'VatRateView' })

export const SubstituteView = z
  .object({
    groupingId: z.uuid(),
    productId: z.uuid(),
    substituteId: z.uuid(),
    denomination: z.string(),
    note: z.string(),
  })
  .meta({ ref: 'SubstituteView' })
export type SubstituteView = z.infer<typeof SubstituteView>

export const PresentationView = PackSummary.extend({
  approvedForCollectivities: z.string(),
  publicPrice: AmountView.nullable(),
  reimbursementRate: z.int().nullable(),
}).meta({ ref: 'PresentationView' })

export const ProductView = ProductSummary.extend({
  routes: z.array(z.string()),
  holders: z.array(z.string()),
  minimumShelfLifeDays: z.int(),
  prescriptionConditions: z.array(z.string()),
  presentations: z.array(PresentationView),
  /** Latest first. */
  vatRates: z.array(VatRateView),
  /** Those of the groupings the caller works for. */
  substitutes: z.array(SubstituteView),
}).meta({ ref: 'ProductView' })
export type ProductView = z.infer<typeof ProductView>

const NewPresentation = z.strictObject({
  label: Denomination,
  cip13: Cip13.optional(),
  ucd13: Ucd13.optional(),
  gtin14: Gtin14.optional(),
  unitsPerPack: UnitsPerPack,
})
export type NewPresentation = z.infer<typeof NewPresentation>

export const CreateProductInput = z
  .strictObject({
    kind: ProductKind,
    denomination: Denomination,
    inn: Text(500).default(''),
    form: Text(200).default(''),
    strength: Text(200).default(''),
    holders: z.array(Text(200).min(1)).max(20).default([]),
    atc: Atc.optional(),
    storageClass: StorageClass,
    isNarcotic: z.boolean().default(false),
    isBloodDerived: z.boolean().default(false),
    isLotTracked: z.boolean().default(true),
    isSerialised: z.boolean().default(false),
    requiresFourEyes: z.boolean().default(false),
    minimumShelfLifeDays: ShelfLifeDays.default(7),
    vatBasisPoints: VatBasisPoints,
    presentations: z.array(NewPresentation).min(1).max(50),
  })
  .meta({ ref: 'CreateProductInput' })
export type CreateProductInput = z.output<typeof CreateProductInput>

export const ChangeProductInput = z
  .strictObject({
    storageClass: StorageClass.optional(),
    requiresFourEyes: z.boolean().optional(),
    isSerialised: z.boolean().optional(),
    isLotTracked: z.boolean().optional(),
    isBloodDerived: z.boolean().optional(),
    minimumShelfLifeDays: ShelfLifeDays.optional(),
    /** Against what the public database says: with its reason. */
    isNarcotic: z.boolean().optional(),
    /** These four only where the public database does not publish the product. */
    denomination: Denomination.optional(),
    inn: Text(500).optional(),
    strength: Text(200).optional(),
    status: OwnStatus.optional(),
    reason: Reason.optional(),
  })
  .refine(({ isNarcotic, reason }) => isNarcotic === undefined || reason !== undefined, {
    path: ['reason'],
    error: 'Say why the narcotic flag changes',
  })
  .meta({ ref: 'ChangeProductInput' })
export type ChangeProductInput = z.infer<typeof ChangeProductInput>

export const ChangePresentationInput = z
  .strictObject({ unitsPerPack: UnitsPerPack })
  .meta({ ref: 'ChangePresentationInput' })
export type ChangePresentationInput = z.infer<typeof ChangePresentationInput>

export const SetVatRateInput = z
  .strictObject({ fromOn: CalendarDate, basisPoints: VatBasisPoints })
  .meta({ ref: 'SetVatRateInput' })
export type SetVatRateInput = z.infer<typeof SetVatRateInput>

export const SubstituteKey = z.object({
  groupingId: GroupingId,
  productId: ProductId,
  substituteId: ProductId,
})
export type SubstituteKey = z.infer<typeof SubstituteKey>

export const AddSubstituteInput = z
  .strictObject({ ...SubstituteKey.shape, note: Text(500).default('') })
  .meta({ ref: 'AddSubstituteInput' })
export type AddSubstituteInput = z.output<typeof AddSubstituteInput>

export const ProductParam = z.object({ productId: ProductId })
export const PresentationParam = ProductParam.extend({ presentationId: PresentationId })
