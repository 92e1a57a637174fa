import type { CalendarDate } from '../../kernel/calendar.js'
import type { Cents } from '../../kernel/money.js'
import type { BdpmFile } from './files.js'

export type ProductStatus =
  | 'active'
  | 'repealed'
  | 'archived'
  | 'withdrawn'
  | 'suspended'
  | 'unknown'
export type PresentationState = 'marketed' | 'suspended' | 'discontinued' | 'unlicensed' | 'unknown'
export type SupplyStatus = 'shortage' | 'tension' | 'discontinued' | 'available-again'
export type BdpmStorageClass = 'ambient' | 'cold'

/** One medicine (CIS), whatever its packs. */
export interface BdpmProduct {
  readonly cis: string
  readonly denomination: string
  readonly form: string
  readonly routes: readonly string[]
  readonly holders: readonly string[]
  readonly status: ProductStatus
  readonly marketed: boolean
  readonly authorisedOn: CalendarDate | null
  readonly atc: string | null
  /** Active substances (SA), in the order of their link number. */
  readonly inn: readonly string[]
  /** Therapeutic moieties (FT): « CLOPIDOGREL » for « HYDROGÉNOSULFATE DE CLOPIDOGREL ». */
  readonly moieties: readonly string[]
  /** As printed in the denomination, the only strength a prescriber writes. */
  readonly strength: string | null
  readonly genericGroup: string | null
  readonly isNarcotic: boolean
  readonly isHospitalOnly: boolean
  readonly prescriptionConditions: readonly string[]
  /** Not published: an assumption the pharmacist confirms, see `cold-chain.ts`. */
  readonly storageClass: BdpmStorageClass
}

/** One pack (CIP13) of a medicine. */
export interface BdpmPresentation {
  readonly cip13: string
  readonly cip7: string
  readonly cis: string
  readonly label: string
  readonly state: PresentationState
  readonly declaredOn: CalendarDate | null
  /** Null when the publisher says « inconnu » or nothing. */
  readonly approvedForCollectivities: boolean | null
  readonly vatBasisPoints: number
  /** Public price without the dispensing fee; never a stock value. Null when free or unpublished. */
  readonly priceCents: Cents | null
  /** Percent, 15 to 100; null when not reimbursed. */
  readonly reimbursementRate: number | null
  /** Dispensing units in one pack; null when the label does not say so beyond doubt. */
  readonly unitsPerPack: number | null
  readonly supply: BdpmSupply | null
}

export interface BdpmSupply {
  readonly status: SupplyStatus
  readonly since: CalendarDate | null
}

export type FindingKind =
  | 'orphan-presentation'
  | 'invalid-code'
  | 'duplicate'
  | 'unreadable-value'
  | 'unknown-word'
  | 'file-absent'

/** Something the reader did not take as it stood; `value` is the text in question. */
export interface BdpmFinding {
  readonly kind: FindingKind
  readonly file: BdpmFile
  readonly line: number | null
  readonly code: string | null
  readonly value: string
}

export interface BdpmCatalogue {
  readonly products: readonly BdpmProduct[]
  readonly presentations: readonly BdpmPresentation[]
  readonly findings: readonly BdpmFinding[]
}
