import type { Tx } from '../../platform/db/transaction.js'
import { vatBasisPoints } from '../bdpm/presentations.js'
import {
  APPROVED,
  type StoredCatalogue,
  type StoredPresentation,
  type StoredProduct,
  WITHDRAWN,
} from './stored.js'

type ProductRow = Omit<StoredProduct, 'vatBasisPoints'>

/** Every product and pack that came from the public database, withdrawn ones included. */
export async function loadStored(tx: Tx): Promise<StoredCatalogue> {
  const rows = await tx.$queryRaw<ProductRow[]>`
    select cis, denomination, inn, form, strength, routes, holders, atc,
      storage_class as "storageClass", is_narcotic as "isNarcotic",
      is_hospital_only as "isHospitalOnly", supply_status as "supplyStatus", status,
      prescription_conditions as "prescriptionConditions"
    from product where cis is not null`
  const presentations = await tx.$queryRaw<StoredPresentation[]>`
    select s.cip13, coalesce(s.cip7, '') as cip7, p.cis, s.label, s.units_per_pack as "unitsPerPack",
      s.approved_for_collectivities as "approvedForCollectivities",
      s.public_price_cents::text as "publicPriceCents",
      s.reimbursement_rate as "reimbursementRate", s.status
    from presentation s join product p on p.id = s.product_id
    where s.cip13 is not null and p.cis is not null`
  const approved = new Set(
    presentations
      .filter((pack) => pack.approvedForCollectivities === APPROVED && pack.status !== WITHDRAWN)
      .map(({ cis }) => cis),
  )
  const products = rows.map((row) => ({
    ...row,
    vatBasisPoints: vatBasisPoints(approved.has(row.cis)),
  }))
  return { products, presentations }
}
