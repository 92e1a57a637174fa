import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../kernel/roles.js'
import {
  isPeriodActionAllowed,
  nextPeriodState,
  PERIOD_ACTIONS,
  PERIOD_STATES,
  type PeriodAction,
  type PeriodState,
  rolesForPeriod,
} from './transitions.js'

const FINANCE: readonly Role[] = ['finance-controller']
const REOPENERS: readonly Role[] = ['finance-controller', 'head-pharmacist', 'administrator']

const EXPECTED: Record<
  PeriodState,
  Partial<Record<PeriodAction, readonly [PeriodState, readonly Role[]]>>
> = {
  open: { freeze: ['frozen', FINANCE] },
  frozen: { unfreeze: ['open', FINANCE], close: ['closed', FINANCE] },
  closed: { reopen: ['open', REOPENERS] },
}

describe.each(PERIOD_STATES)('a period that is %s', (state) => {
  test.each(PERIOD_ACTIONS)('takes "%s" exactly as the life cycle says', (action) => {
    const expected = EXPECTED[state][action]
    if (expected === undefined) {
      expect(() => nextPeriodState(state, action)).toThrow(
        expect.objectContaining({ code: 'wrong-state' }),
      )
    } else {
      expect(nextPeriodState(state, action)).toBe(expected[0])
    }
    for (const role of ROLES) {
      expect(isPeriodActionAllowed(state, action, role), role).toBe(
        expected?.[1].includes(role) ?? false,
      )
    }
  })
})

test('reopening a period takes people of at least two roles', () => {
  expect(rolesForPeriod('reopen')).toEqual(REOPENERS)
})
