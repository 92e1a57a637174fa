import type { Role } from '../kernel/roles.js'

export const RECEIVES_STOCK: readonly Role[] = ['head-pharmacist', 'pharmacist', 'preparer']

/** Blocking, freeing or correcting stock is a pharmacist’s act. */
export const DECIDES_ON_STOCK: readonly Role[] = ['head-pharmacist', 'pharmacist']

export const READS_STOCK: readonly Role[] = [
  ...RECEIVES_STOCK,
  'dispatcher',
  'finance-controller',
  'administrator',
  'auditor',
]
