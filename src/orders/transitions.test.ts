import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../kernel/roles.js'
import {
  actionsFrom,
  isAllowed,
  nextState,
  ORDER_ACTIONS,
  ORDER_STATES,
  type OrderAction,
  type OrderState,
  rolesFor,
} from './transitions.js'

const SUSPENDABLE = ['submitted', 'approved', 'allocated', 'picking', 'picked', 'released'] as const
const PHARMACISTS: readonly Role[] = ['head-pharmacist', 'pharmacist']
const PHARMACY: readonly Role[] = [...PHARMACISTS, 'preparer']
const ORDERERS: readonly Role[] = ['requester', ...PHARMACISTS]

/** The whole life cycle, written a second time by state: action → where it leads and who may. */
const EXPECTED: Record<
  OrderState,
  Partial<Record<OrderAction, readonly [OrderState, readonly Role[]]>>
> = {
  draft: {
    edit: ['draft', ORDERERS],
    submit: ['submitted', ORDERERS],
    cancel: ['cancelled', ORDERERS],
  },
  submitted: {
    approve: ['approved', PHARMACISTS],
    reject: ['rejected', PHARMACISTS],
    cancel: ['cancelled', ORDERERS],
    suspend: ['suspended', PHARMACISTS],
  },
  approved: {
    allocate: ['allocated', PHARMACY],
    cancel: ['cancelled', PHARMACISTS],
    suspend: ['suspended', PHARMACISTS],
  },
  allocated: {
    'start-picking': ['picking', PHARMACY],
    cancel: ['cancelled', PHARMACISTS],
    suspend: ['suspended', PHARMACISTS],
  },
  picking: {
    pick: ['picking', PHARMACY],
    'finish-picking': ['picked', PHARMACY],
    cancel: ['cancelled', PHARMACISTS],
    suspend: ['suspended', PHARMACISTS],
  },
  picked: {
    release: ['released', PHARMACISTS],
    cancel: ['cancelled', PHARMACISTS],
    suspend: ['suspended', PHARMACISTS],
  },
  released: {
    dispatch: ['dispatched', ['courier', 'dispatcher', ...PHARMACY]],
    cancel: ['cancelled', PHARMACISTS],
    suspend: ['suspended', PHARMACISTS],
  },
  dispatched: { deliver: ['delivered', ['courier', 'dispatcher']] },
  delivered: { receive: ['received', ['receiver']] },
  received: { close: ['closed', PHARMACISTS] },
  closed: {},
  rejected: {},
  cancelled: {},
  suspended: { resume: ['approved', PHARMACISTS] },
}

describe.each(ORDER_STATES)('an order that is %s', (state) => {
  test.each(ORDER_ACTIONS)('takes "%s" exactly as the life cycle says', (action) => {
    const expected = EXPECTED[state][action]
    if (expected === undefined) {
      expect(() => nextState(state, action, 'approved')).toThrow(
        expect.objectContaining({
          code: 'wrong-state',
          details: { state, action, possible: actionsFrom(state) },
        }),
      )
    } else {
      expect(nextState(state, action, 'approved')).toBe(expected[0])
    }
    for (const role of ROLES) {
      expect(isAllowed(state, action, role), role).toBe(expected?.[1].includes(role) ?? false)
    }
  })
})

test.each(SUSPENDABLE)('an order suspended while %s resumes there', (before) => {
  expect(nextState(nextState(before, 'suspend'), 'resume', before)).toBe(before)
})

test('an order does not resume without the state it was suspended from, nor into another', () => {
  expect(() => nextState('suspended', 'resume')).toThrow(
    expect.objectContaining({ code: 'wrong-state' }),
  )
  for (const before of ['draft', 'dispatched', 'closed', 'suspended', 'cancelled'] as const) {
    expect(() => nextState('suspended', 'resume', before)).toThrow(
      expect.objectContaining({ code: 'wrong-state' }),
    )
  }
})

test('rolesFor is everybody who may in at least one state', () => {
  for (const action of ORDER_ACTIONS) {
    for (const role of ROLES) {
      const somewhere = ORDER_STATES.some((state) => isAllowed(state, action, role))
      expect(rolesFor(action).includes(role), `${action} ${role}`).toBe(somewhere)
    }
  }
})

test('nobody who only looks or counts money moves an order', () => {
  for (const action of ORDER_ACTIONS) {
    expect(rolesFor(action)).not.toContain('auditor')
    expect(rolesFor(action)).not.toContain('finance-controller')
  }
})
