import type { Tx } from '../../platform/db/transaction.js'
import type { ProductSummary } from '../schema.js'

/** What lists show of every product, withdrawn ones included, in one statement. */
export function loadSummaries(tx: Pick<Tx, '$queryRaw'>): Promise<ProductSummary[]> {
  return tx.$queryRaw<ProductSummary[]>`
    select p.id::text as id, p.cis, p.kind, p.denomination, p.inn, p.form, p.strength, p.atc,
      p.storage_class as "storageClass", p.is_narcotic as "isNarcotic",
      p.is_blood_derived as "isBloodDerived", p.is_hospital_only as "isHospitalOnly",
      p.is_lot_tracked as "isLotTracked", p.is_serialised as "isSerialised",
      p.requires_four_eyes as "requiresFourEyes", p.supply_status as "supplyStatus", p.status,
      coalesce(s.packs, '[]'::json) as presentations
    from product p
    left join (
      select product_id, json_agg(json_build_object('id', id, 'label', label, 'cip13', cip13,
          'gtin14', gtin14, 'ucd13', ucd13, 'unitsPerPack', units_per_pack, 'status', status)
        order by status <> 'marketed', cip13, id) as packs
      from presentation
      group by product_id
    ) s on s.product_id = p.id`
}
