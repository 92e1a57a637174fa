import type { Role } from '../../../../src/kernel/roles.js'

/** Whom the server lets block, free and correct stock: others do not see the buttons. */
export const DECIDES_ON_STOCK: readonly Role[] = ['head-pharmacist', 'pharmacist']
export const RECEIVES_STOCK: readonly Role[] = ['head-pharmacist', 'pharmacist', 'preparer']
export const EDITS_CATALOGUE: readonly Role[] = ['head-pharmacist', 'pharmacist', 'administrator']
