import type { ChangeProductInput, ProductView } from '../../../../src/catalogue/schema.js'

/** What the pharmacy decides about a product. */
export const rulesOf = (product: ProductView) => ({
  storageClass: product.storageClass,
  isNarcotic: product.isNarcotic,
  isLotTracked: product.isLotTracked,
  isSerialised: product.isSerialised,
  requiresFourEyes: product.requiresFourEyes,
  isBloodDerived: product.isBloodDerived,
  minimumShelfLifeDays: product.minimumShelfLifeDays,
})
export type Rules = ReturnType<typeof rulesOf>

/** Only what was changed is sent: what somebody else changed meanwhile stays. */
export function changesOf(before: Rules, after: Rules, reason: string): ChangeProductInput {
  const changed = Object.fromEntries(
    Object.entries(after).filter(([key, value]) =>
      Object.entries(before).some(([known, was]) => known === key && was !== value),
    ),
  )
  return reason === '' ? changed : { ...changed, reason }
}
