import type { Tx } from '../../platform/db/transaction.js'
import type { ProductSummary } from '../schema.js'

/** Rows decoded at once: more would hold up whoever else this process answers. */
const PAGE = 1_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** What lists show of every product, withdrawn ones included, by id. */
export async function loadSummaries(tx: Pick<Tx, '$queryRaw'>): Promise<ProductSummary[]> {
  const all: ProductSummary[] = []
  for (;;) {
    const page = await loadPage(tx, all.at(-1)?.id ?? BEFORE_ALL)
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

const loadPage = (tx: Pick<Tx, '$queryRaw'>, after: string): Promise<ProductSummary[]> =>
  tx.$queryRaw<ProductSummary[]>`
    select p.id::text as id, p.cis, p.kind, p.denomination, p.inn, p.form, p.strength, p.atc,
      p.storage_class as "storageClass", p.is_narcotic as "isNarcotic",
      p.is_blood_derived as "isBloodDerived", p.is_hospital_only as "isHospitalOnly",
      p.is_lot_tracked as "isLotTracked", p.is_serialised as "isSerialised",
      p.requires_four_eyes as "requiresFourEyes", p.supply_status as "supplyStatus", p.status,
      coalesce(s.packs, '[]'::json) as presentations
    from (select * from product where id > ${after}::uuid order by id limit ${PAGE}) p
    left join lateral (
      select json_agg(json_build_object('id', id, 'label', label, 'cip13', cip13, 'cip7', cip7,
          'gtin14', gtin14, 'ucd13', ucd13, 'unitsPerPack', units_per_pack, 'status', status)
        order by status <> 'marketed', cip13, id) as packs
      from presentation where product_id = p.id
    ) s on true
    order by p.id`
