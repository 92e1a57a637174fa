import type { BdpmFile } from '../bdpm/files.js'
import { vatBasisPoints } from '../bdpm/presentations.js'
import { isNarcoticCondition } from '../bdpm/products.js'
import type { BdpmCatalogue, BdpmPresentation, BdpmProduct } from '../bdpm/records.js'
import {
  APPROVED,
  type StoredCatalogue,
  type StoredPresentation,
  type StoredProduct,
} from './stored.js'

/**
 * The edition as it shall stand in our tables, given what stands there: what people have decided
 * (storage class, an overridden narcotic flag, a corrected pack factor) and what an absent file would
 * erase is kept.
 */
export function toStored(edition: BdpmCatalogue, current: StoredCatalogue): StoredCatalogue {
  const products = new Map(current.products.map((product) => [product.cis, product]))
  const packs = new Map(current.presentations.map((pack) => [pack.cip13, pack]))
  const packsOf = new Map<string, BdpmPresentation[]>()
  for (const pack of edition.presentations) {
    const known = packsOf.get(pack.cis)
    if (known === undefined) packsOf.set(pack.cis, [pack])
    else known.push(pack)
  }
  const absent = new Set(
    edition.findings.filter(({ kind }) => kind === 'file-absent').map(({ file }) => file),
  )
  return {
    products: edition.products.map((product) =>
      keepDecisions(
        storedProduct(product, packsOf.get(product.cis) ?? []),
        products.get(product.cis),
        absent,
      ),
    ),
    presentations: edition.presentations.map((pack) => storedPack(pack, packs.get(pack.cip13))),
  }
}

function storedProduct(product: BdpmProduct, packs: readonly BdpmPresentation[]): StoredProduct {
  const { cis, denomination, form, routes, holders, atc, storageClass } = product
  const { isNarcotic, isHospitalOnly, prescriptionConditions, status, marketed } = product
  return {
    cis,
    denomination,
    inn: product.inn.join(' + '),
    form,
    strength: product.strength ?? '',
    routes,
    holders,
    atc,
    storageClass,
    isNarcotic,
    isHospitalOnly,
    supplyStatus: supplyOf(packs),
    status: status !== 'active' ? status : marketed ? 'marketed' : 'not-marketed',
    prescriptionConditions,
    vatBasisPoints: vatBasisPoints(packs.some((pack) => pack.approvedForCollectivities === true)),
  }
}

function keepDecisions(
  incoming: StoredProduct,
  current: StoredProduct | undefined,
  absent: ReadonlySet<BdpmFile>,
): StoredProduct {
  if (current === undefined) return incoming
  // The flag follows the conditions only when they change: any other difference is the gérant's override.
  const wasPublished = current.prescriptionConditions.some(isNarcoticCondition)
  return {
    ...incoming,
    storageClass: current.storageClass,
    isNarcotic: wasPublished === incoming.isNarcotic ? current.isNarcotic : incoming.isNarcotic,
    atc: absent.has('CIS_MITM') ? current.atc : incoming.atc,
    supplyStatus: absent.has('CIS_CIP_Dispo_Spec') ? current.supplyStatus : incoming.supplyStatus,
  }
}

/** A product is short when all its marketed packs are; when some are, another pack can be ordered: tension. */
function supplyOf(packs: readonly BdpmPresentation[]): string {
  const marketed = packs.filter(({ state }) => state === 'marketed')
  const news = (marketed.length > 0 ? marketed : packs).map(({ supply }) =>
    supply === null || supply.status === 'available-again' ? 'normal' : supply.status,
  )
  const [first = 'normal'] = news
  if (news.every((one) => one === first)) return first
  return news.every((one) => one === 'shortage' || one === 'discontinued') ? 'shortage' : 'tension'
}

function storedPack(
  pack: BdpmPresentation,
  current: StoredPresentation | undefined,
): StoredPresentation {
  const { cip13, cip7, cis, label, reimbursementRate, state } = pack
  const approval = { true: APPROVED, false: 'no', null: 'unknown' } as const
  // Under the same label, a factor that differs from ours is a correction made by hand.
  const corrected = current?.label === label ? current.unitsPerPack : null
  return {
    cip13,
    cip7,
    cis,
    label,
    unitsPerPack: corrected ?? pack.unitsPerPack,
    approvedForCollectivities: approval[`${pack.approvedForCollectivities}`],
    publicPriceCents: pack.priceCents?.toString() ?? null,
    reimbursementRate,
    status: state,
  }
}
