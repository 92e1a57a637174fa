import { z } from 'zod'
import type { Role } from '../kernel/roles.js'
import { type TransitionRow, transitionTable } from '../kernel/transition-table.js'

export const RUN_STATES = ['planned', 'assigned', 'started', 'completed', 'aborted'] as const
export const RunState = z.enum(RUN_STATES)
export type RunState = z.infer<typeof RunState>
export const RUN_ACTIONS = ['assign', 'take', 'unassign', 'start', 'complete', 'abort'] as const
export type RunAction = (typeof RUN_ACTIONS)[number]

export const STOP_STATES = ['pending', 'arrived', 'done', 'partial', 'skipped', 'failed'] as const
export const StopState = z.enum(STOP_STATES)
export type StopState = z.infer<typeof StopState>
export const STOP_ACTIONS = ['arrive', 'finish', 'finish-partly', 'skip', 'fail'] as const
export type StopAction = (typeof STOP_ACTIONS)[number]

const DRIVERS: readonly Role[] = ['courier', 'dispatcher']

const RUN_ROWS: readonly TransitionRow<RunState, RunAction>[] = [
  // Also from `assigned`: the run changes driver without an instant in nobody's hands.
  { action: 'assign', from: ['planned', 'assigned'], to: 'assigned', roles: ['dispatcher'] },
  // A courier hands out no runs, but may take one that would otherwise wait for somebody at a desk.
  { action: 'take', from: ['planned'], to: 'assigned', roles: ['courier'] },
  { action: 'unassign', from: ['assigned'], to: 'planned', roles: ['dispatcher'] },
  { action: 'start', from: ['assigned'], to: 'started', roles: DRIVERS },
  { action: 'complete', from: ['started'], to: 'completed', roles: DRIVERS },
  { action: 'abort', from: ['planned', 'assigned'], to: 'aborted', roles: ['dispatcher'] },
  { action: 'abort', from: ['started'], to: 'aborted', roles: DRIVERS },
]

// A stop is closed even when nothing is exchanged; a stop may be given up before or after arriving.
const STOP_ROWS: readonly TransitionRow<StopState, StopAction>[] = [
  { action: 'arrive', from: ['pending'], to: 'arrived', roles: DRIVERS },
  { action: 'finish', from: ['arrived'], to: 'done', roles: DRIVERS },
  { action: 'finish-partly', from: ['arrived'], to: 'partial', roles: DRIVERS },
  { action: 'skip', from: ['pending', 'arrived'], to: 'skipped', roles: DRIVERS },
  { action: 'fail', from: ['pending', 'arrived'], to: 'failed', roles: DRIVERS },
]

const runs = transitionTable('run', RUN_ROWS)
const stops = transitionTable('stop', STOP_ROWS)

/** The state a run takes. @throws DomainError `wrong-state` naming the state, the action and what is possible */
export const nextRunState = runs.next
/** Everybody who may do this to a run in at least one state. */
export const rolesForRun = runs.rolesFor
/** Whether this role may do this to a run in this state. */
export const isRunActionAllowed = runs.allows

/** The state a stop takes. @throws DomainError `wrong-state` naming the state, the action and what is possible */
export const nextStopState = stops.next
/** Everybody who may do this to a stop in at least one state. */
export const rolesForStop = stops.rolesFor
/** Whether this role may do this to a stop in this state. */
export const isStopActionAllowed = stops.allows
