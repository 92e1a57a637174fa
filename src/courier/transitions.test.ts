import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../kernel/roles.js'
import {
  isRunActionAllowed,
  isStopActionAllowed,
  nextRunState,
  nextStopState,
  RUN_ACTIONS,
  RUN_STATES,
  type RunAction,
  type RunState,
  rolesForRun,
  rolesForStop,
  STOP_ACTIONS,
  STOP_STATES,
  type StopAction,
  type StopState,
} from './transitions.js'

const DISPATCHER: readonly Role[] = ['dispatcher']
const DRIVERS: readonly Role[] = ['courier', 'dispatcher']

const RUNS: Record<RunState, Partial<Record<RunAction, readonly [RunState, readonly Role[]]>>> = {
  planned: {
    assign: ['assigned', DISPATCHER],
    take: ['assigned', ['courier']],
    abort: ['aborted', DISPATCHER],
  },
  assigned: {
    assign: ['assigned', DISPATCHER],
    unassign: ['planned', DISPATCHER],
    start: ['started', DRIVERS],
    abort: ['aborted', DISPATCHER],
  },
  started: { complete: ['completed', DRIVERS], abort: ['aborted', DRIVERS] },
  completed: {},
  aborted: {},
}

const STOPS: Record<StopState, Partial<Record<StopAction, StopState>>> = {
  pending: { arrive: 'arrived', skip: 'skipped', fail: 'failed' },
  arrived: { finish: 'done', 'finish-partly': 'partial', skip: 'skipped', fail: 'failed' },
  done: {},
  partial: {},
  skipped: {},
  failed: {},
}

describe.each(RUN_STATES)('a run that is %s', (state) => {
  test.each(RUN_ACTIONS)('takes "%s" exactly as the life cycle says', (action) => {
    const expected = RUNS[state][action]
    if (expected === undefined) {
      expect(() => nextRunState(state, action)).toThrow(
        expect.objectContaining({ code: 'wrong-state' }),
      )
    } else {
      expect(nextRunState(state, action)).toBe(expected[0])
    }
    for (const role of ROLES) {
      expect(isRunActionAllowed(state, action, role), role).toBe(
        expected?.[1].includes(role) ?? false,
      )
    }
  })
})

describe.each(STOP_STATES)('a stop that is %s', (state) => {
  test.each(STOP_ACTIONS)('takes "%s" exactly as the life cycle says', (action) => {
    const expected = STOPS[state][action]
    if (expected === undefined) {
      expect(() => nextStopState(state, action)).toThrow(
        expect.objectContaining({ code: 'wrong-state' }),
      )
    } else {
      expect(nextStopState(state, action)).toBe(expected)
    }
    for (const role of ROLES) {
      expect(isStopActionAllowed(state, action, role), role).toBe(
        expected !== undefined && DRIVERS.includes(role),
      )
    }
  })
})

test('a courier drives runs and does not hand them out', () => {
  expect(rolesForRun('assign')).toEqual(DISPATCHER)
  expect(rolesForRun('take')).toEqual(['courier'])
  expect(rolesForRun('abort')).toEqual(['dispatcher', 'courier'])
  expect(rolesForStop('arrive')).toEqual(DRIVERS)
})
