import type { Role } from '../../../../src/kernel/roles.js'

/** Who decides at the hub; the server decides again. */
export const PHARMACISTS: readonly Role[] = ['head-pharmacist', 'pharmacist']
export const PHARMACY: readonly Role[] = [...PHARMACISTS, 'preparer']
export const DISPATCHERS: readonly Role[] = [...PHARMACY, 'dispatcher']
