import { z } from 'zod'
import { type TransitionRow, transitionTable } from '../kernel/transition-table.js'

export const PERIOD_STATES = ['open', 'frozen', 'closed'] as const
export const PeriodState = z.enum(PERIOD_STATES)
export type PeriodState = z.infer<typeof PeriodState>
export const PERIOD_ACTIONS = ['freeze', 'unfreeze', 'close', 'reopen'] as const
export type PeriodAction = (typeof PERIOD_ACTIONS)[number]

const ROWS: readonly TransitionRow<PeriodState, PeriodAction>[] = [
  { action: 'freeze', from: ['open'], to: 'frozen', roles: ['finance-controller'] },
  { action: 'unfreeze', from: ['frozen'], to: 'open', roles: ['finance-controller'] },
  { action: 'close', from: ['frozen'], to: 'closed', roles: ['finance-controller'] },
  // Two people of two roles, with a reason: the verb checks the pair, the table who may be one of it.
  {
    action: 'reopen',
    from: ['closed'],
    to: 'open',
    roles: ['finance-controller', 'head-pharmacist', 'administrator'],
  },
]

const table = transitionTable('period', ROWS)

/** The state a period takes. @throws DomainError `wrong-state` naming the state, the action and what is possible */
export const nextPeriodState = table.next
/** Everybody who may do this to a period in at least one state. */
export const rolesForPeriod = table.rolesFor
/** Whether this role may do this to a period in this state. */
export const isPeriodActionAllowed = table.allows
