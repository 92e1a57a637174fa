import { describe, expect, test } from 'vitest'
import { PERIOD_ACTIONS, PERIOD_STATES } from '../../../../src/billing/transitions.js'
import {
  RUN_ACTIONS,
  RUN_STATES,
  STOP_ACTIONS,
  STOP_STATES,
} from '../../../../src/courier/transitions.js'
import { DELIVERY_ACTIONS, DELIVERY_STATES } from '../../../../src/deliveries/transitions.js'
import { ORDER_ACTIONS, ORDER_STATES } from '../../../../src/orders/transitions.js'
import { SHIPMENT_ACTIONS, SHIPMENT_STATES } from '../../../../src/specimens/transitions.js'
import { ENGLISH } from './words-en.js'
import { FRENCH } from './words-fr.js'

const LIVES = {
  order: [ORDER_STATES, ORDER_ACTIONS],
  delivery: [DELIVERY_STATES, DELIVERY_ACTIONS],
  run: [RUN_STATES, RUN_ACTIONS],
  stop: [STOP_STATES, STOP_ACTIONS],
  'specimen shipment': [SHIPMENT_STATES, SHIPMENT_ACTIONS],
  period: [PERIOD_STATES, PERIOD_ACTIONS],
} as const

describe.each([
  ['French', FRENCH],
  ['English', ENGLISH],
] as const)('the words of a refusal in %s', (_, words) => {
  test.for(Object.entries(LIVES))(
    'name every state and action of %s',
    ([noun, [states, actions]]) => {
      const named = words.state[noun] ?? {}

      expect(Object.keys(named).toSorted()).toEqual([...states].toSorted())
      expect(actions.filter((action) => words.action[action] === undefined)).toEqual([])
      expect(words.noun[noun]).toBeDefined()
    },
  )
})
