import type { Role } from '../kernel/roles.js'

/** Who shapes the timetable and the day of the runs. */
export const PLANNERS: readonly Role[] = ['dispatcher', 'administrator', 'head-pharmacist']

/** Who may take the paper of a run: whoever loads it, drives it or answers the telephone about it. */
export const READS_SHEET: readonly Role[] = [
  'dispatcher',
  'courier',
  'head-pharmacist',
  'pharmacist',
  'preparer',
]
