import type { CalendarDate } from '../../kernel/calendar.js'
import { newId, PresentationId, ProductId } from '../../kernel/ids.js'
import type { Tx } from '../../platform/db/transaction.js'
import { type StoredPresentation, type StoredProduct, WITHDRAWN } from './stored.js'

/** Rows per statement: a few megabytes of JSON, and a progress message about every second. */
export const CHUNK_ROWS = 4_000

/**
 * Lists of lists do not fit `unnest`, so the rows travel as one JSON document. The storage class is
 * written once: from then on it belongs to the pharmacist.
 */
export async function writeProducts(
  tx: Tx,
  products: readonly StoredProduct[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(products.map((product) => ({ id: newId(ProductId), ...product })))
  await tx.$executeRaw`
    insert into product (id, cis, kind, denomination, inn, form, strength, routes, holders, atc,
      storage_class, is_narcotic, is_hospital_only, supply_status, status, prescription_conditions,
      created_at, updated_at)
    select id, cis, 'medicine', denomination, inn, form, strength, routes, holders, atc,
      "storageClass", "isNarcotic", "isHospitalOnly", "supplyStatus", status,
      "prescriptionConditions", ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as incoming(id uuid, cis text, denomination text,
      inn text, form text, strength text, routes text[], holders text[], atc text,
      "storageClass" text, "isNarcotic" boolean, "isHospitalOnly" boolean, "supplyStatus" text,
      status text, "prescriptionConditions" text[])
    on conflict (cis) do update set denomination = excluded.denomination, inn = excluded.inn,
      form = excluded.form, strength = excluded.strength, routes = excluded.routes,
      holders = excluded.holders, atc = excluded.atc, is_narcotic = excluded.is_narcotic,
      is_hospital_only = excluded.is_hospital_only, supply_status = excluded.supply_status,
      status = excluded.status, prescription_conditions = excluded.prescription_conditions,
      updated_at = excluded.updated_at`
}

/** A GTIN already carried by a product entered by hand stays there: the scan must find one product. */
export async function writePresentations(
  tx: Tx,
  presentations: readonly StoredPresentation[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(presentations.map((pack) => ({ id: newId(PresentationId), ...pack })))
  await tx.$executeRaw`
    insert into presentation (id, product_id, cip13, cip7, gtin14, label, units_per_pack,
      approved_for_collectivities, public_price_cents, reimbursement_rate, status, created_at, updated_at)
    select incoming.id, p.id, incoming.cip13, nullif(incoming.cip7, ''),
      case when taken.id is null then '0' || incoming.cip13 end, incoming.label,
      "unitsPerPack", "approvedForCollectivities", "publicPriceCents", "reimbursementRate",
      incoming.status, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as incoming(id uuid, cip13 text, cip7 text, cis text,
      label text, "unitsPerPack" int, "approvedForCollectivities" text, "publicPriceCents" bigint,
      "reimbursementRate" int, status text)
    join product p on p.cis = incoming.cis
    left join presentation taken
      on taken.gtin14 = '0' || incoming.cip13 and taken.cip13 is distinct from incoming.cip13
    on conflict (cip13) do update set product_id = excluded.product_id, cip7 = excluded.cip7,
      label = excluded.label, units_per_pack = excluded.units_per_pack,
      approved_for_collectivities = excluded.approved_for_collectivities,
      public_price_cents = excluded.public_price_cents,
      reimbursement_rate = excluded.reimbursement_rate, status = excluded.status,
      updated_at = excluded.updated_at`
}

export async function withdraw(
  tx: Tx,
  left: { readonly cis: readonly string[]; readonly cip13: readonly string[] },
  at: Date,
): Promise<void> {
  await tx.$executeRaw`update product set status = ${WITHDRAWN}, updated_at = ${at}
    where cis = any(${left.cis}::text[])`
  await tx.$executeRaw`update presentation set status = ${WITHDRAWN}, updated_at = ${at}
    where cip13 = any(${left.cip13}::text[])`
}

/** A first rate reaches back before any period that can be billed; a changed one starts on `day`. */
const BEFORE_ANY_PERIOD = '2000-01-01'

/** Gives new products a first VAT rate, and closes the running rate of those whose rate changes. */
export async function writeVatRates(
  tx: Tx,
  products: readonly StoredProduct[],
  day: CalendarDate,
): Promise<void> {
  const codes = products.map(({ cis }) => cis)
  const rates = products.map((product) => product.vatBasisPoints)
  await tx.$executeRaw`
    update vat_rate v set to_on = ${day}::date - 1
    from unnest(${codes}::text[], ${rates}::int[]) as incoming(cis, rate) join product p using (cis)
    where v.product_id = p.id and v.to_on is null and v.from_on < ${day}::date
      and v.basis_points <> incoming.rate`
  await tx.$executeRaw`
    insert into vat_rate (product_id, from_on, basis_points)
    select p.id,
      case when exists (select from vat_rate v where v.product_id = p.id) then ${day}::date
        else ${BEFORE_ANY_PERIOD}::date end,
      incoming.rate
    from unnest(${codes}::text[], ${rates}::int[]) as incoming(cis, rate) join product p using (cis)
    where not exists (select from vat_rate v where v.product_id = p.id and v.to_on is null
      and v.basis_points = incoming.rate)
    on conflict (product_id, from_on) do update set basis_points = excluded.basis_points, to_on = null`
}
