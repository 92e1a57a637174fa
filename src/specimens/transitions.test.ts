import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../kernel/roles.js'
import {
  isShipmentActionAllowed,
  nextShipmentState,
  rolesForShipment,
  SHIPMENT_ACTIONS,
  SHIPMENT_STATES,
  type ShipmentAction,
  type ShipmentState,
  shipmentActionsFrom,
} from './transitions.js'

const SENDERS: readonly Role[] = ['requester', 'lab-technician', 'biologist']
const CARRIERS: readonly Role[] = ['courier', 'dispatcher']
const LABORATORY: readonly Role[] = ['lab-technician', 'biologist']
const LOSERS: readonly Role[] = ['dispatcher', 'lab-technician', 'biologist']

const EXPECTED: Record<
  ShipmentState,
  Partial<Record<ShipmentAction, readonly [ShipmentState, readonly Role[]]>>
> = {
  draft: {
    edit: ['draft', SENDERS],
    seal: ['sealed', SENDERS],
    cancel: ['cancelled', SENDERS],
  },
  sealed: {
    'pick-up': ['in-transit', CARRIERS],
    cancel: ['cancelled', SENDERS],
    'declare-lost': ['lost', LOSERS],
  },
  'in-transit': {
    deliver: ['delivered', CARRIERS],
    'declare-lost': ['lost', LOSERS],
  },
  delivered: {
    'start-receiving': ['receiving', LABORATORY],
    'declare-lost': ['lost', LOSERS],
  },
  receiving: {
    'receive-tube': ['receiving', LABORATORY],
    reconcile: ['reconciled', LABORATORY],
  },
  reconciled: {},
  cancelled: {},
  lost: { find: ['in-transit', [...CARRIERS, ...LABORATORY]] },
}

describe.each(SHIPMENT_STATES)('a shipment that is %s', (state) => {
  test.each(SHIPMENT_ACTIONS)('takes "%s" exactly as the life cycle says', (action) => {
    const expected = EXPECTED[state][action]
    if (expected === undefined) {
      expect(() => nextShipmentState(state, action, 'in-transit')).toThrow(
        expect.objectContaining({
          code: 'wrong-state',
          details: { state, action, possible: shipmentActionsFrom(state) },
        }),
      )
    } else {
      expect(nextShipmentState(state, action, 'in-transit')).toBe(expected[0])
    }
    for (const role of ROLES) {
      expect(isShipmentActionAllowed(state, action, role), role).toBe(
        expected?.[1].includes(role) ?? false,
      )
    }
  })
})

test.each(['sealed', 'in-transit', 'delivered'] as const)(
  'a shipment lost while %s is found there again',
  (before) => {
    expect(nextShipmentState(nextShipmentState(before, 'declare-lost'), 'find', before)).toBe(
      before,
    )
  },
)

test('a shipment is not found in a state it could not be lost from', () => {
  for (const before of ['draft', 'receiving', 'reconciled', 'lost', undefined] as const) {
    expect(() => nextShipmentState('lost', 'find', before)).toThrow(
      expect.objectContaining({ code: 'wrong-state' }),
    )
  }
})

test('a courier never receives tubes for the laboratory', () => {
  expect(rolesForShipment('receive-tube')).toEqual(LABORATORY)
})
