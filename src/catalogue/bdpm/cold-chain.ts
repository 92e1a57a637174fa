import type { BdpmStorageClass } from './records.js'

/**
 * The public database says nothing about storage. These ATC groups are kept at 2–8 °C in nearly all
 * their presentations according to their summaries of product characteristics, so they start as cold;
 * the rest starts as ambient. An assumption, not a fact: the pharmacist confirms each product, and an
 * import never changes a class somebody has set.
 */
export const COLD_ATC_GROUPS: readonly { readonly atc: string; readonly reason: string }[] = [
  { atc: 'A10A', reason: 'Insulins, before first use' },
  { atc: 'A10BJ', reason: 'GLP-1 receptor agonists, before first use' },
  { atc: 'B03XA', reason: 'Epoetins and darbepoetin: proteins' },
  { atc: 'H01AC', reason: 'Somatropin: protein' },
  { atc: 'H05AA', reason: 'Parathyroid hormones (teriparatide)' },
  { atc: 'J02AX04', reason: 'Caspofungin, unreconstituted vial' },
  { atc: 'J06B', reason: 'Immunoglobulins: the few kept below 25 °C also bear 2–8 °C' },
  { atc: 'J07', reason: 'Vaccines' },
  { atc: 'L01F', reason: 'Monoclonal antibodies and conjugates against cancer' },
  { atc: 'L03AA', reason: 'Colony-stimulating factors' },
  { atc: 'L03AB', reason: 'Interferons' },
  { atc: 'L04AB', reason: 'TNF inhibitors: proteins' },
  { atc: 'L04AC', reason: 'Interleukin inhibitors: proteins' },
  { atc: 'L04AG', reason: 'Monoclonal antibodies of immunology' },
  { atc: 'M03AB01', reason: 'Suxamethonium' },
  { atc: 'M03AC09', reason: 'Rocuronium' },
  { atc: 'M03AX01', reason: 'Botulinum toxins' },
  { atc: 'R03DX05', reason: 'Omalizumab: antibody' },
  { atc: 'S01LA04', reason: 'Ranibizumab: antibody fragment' },
  { atc: 'S01LA05', reason: 'Aflibercept: protein' },
]

/** Where a product starts before the pharmacist confirms it; tablets of these groups are not proteins in solution. */
export function presumedStorage(atc: string | null, form: string): BdpmStorageClass {
  if (atc === null || form.startsWith('comprimé')) return 'ambient'
  return COLD_ATC_GROUPS.some((group) => atc.startsWith(group.atc)) ? 'cold' : 'ambient'
}
