/** What one product of the public database leaves in ours. `vatBasisPoints` becomes a dated rate. */
export interface StoredProduct {
  readonly cis: string
  readonly denomination: string
  readonly inn: string
  readonly form: string
  readonly strength: string
  readonly routes: readonly string[]
  readonly holders: readonly string[]
  readonly atc: string | null
  readonly storageClass: string
  readonly isNarcotic: boolean
  readonly isHospitalOnly: boolean
  readonly supplyStatus: string
  readonly status: string
  readonly prescriptionConditions: readonly string[]
  readonly vatBasisPoints: number
}

export interface StoredPresentation {
  readonly cip13: string
  readonly cip7: string
  readonly cis: string
  readonly label: string
  readonly unitsPerPack: number | null
  readonly approvedForCollectivities: string
  /** Cents as digits: the rows travel as JSON. */
  readonly publicPriceCents: string | null
  readonly reimbursementRate: number | null
  readonly status: string
}

export interface StoredCatalogue {
  readonly products: readonly StoredProduct[]
  readonly presentations: readonly StoredPresentation[]
}

/** No longer in the public database: kept for the lots and documents that name it, never deleted. */
export const WITHDRAWN = 'withdrawn'
export const APPROVED = 'yes'
