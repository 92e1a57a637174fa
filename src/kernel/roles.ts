import { z } from 'zod'

/**
 * What a person may be at the hub, on the road or in an establishment. `requester` and `receiver`
 * are held at an establishment: they order, pack specimens and sign for what arrives.
 */
export const ROLES = [
  'head-pharmacist',
  'pharmacist',
  'preparer',
  'requester',
  'receiver',
  'courier',
  'dispatcher',
  'lab-technician',
  'biologist',
  'finance-controller',
  'administrator',
  'auditor',
] as const

export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>
