import { expect, test } from 'vitest'
import { addressBehind, forwardedAddress } from './trusted-proxies.js'

test.each([
  ['203.0.113.7', 1, '203.0.113.7'],
  ['10.0.0.1, 203.0.113.7', 1, '203.0.113.7'],
  ['203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
  ['203.0.113.7:51234', 1, '203.0.113.7'],
  ['[2001:DB8::7]:51234', 1, '2001:db8::7'],
  ['2001:db8::7', 1, '2001:db8::7'],
  ['::ffff:203.0.113.7', 1, '203.0.113.7'],
])('%s behind %i trusted proxies comes from %s', (header, hops, address) => {
  expect(forwardedAddress(header, hops)).toBe(address)
})

test.each([
  [undefined, 1],
  ['', 1],
  ['203.0.113.7', 2],
  ['unknown', 1],
  ['203.0.113.7, "; drop', 1],
  ['999.1.1.1', 1],
])('%s behind %i trusted proxies says nothing: the socket is believed', (header, hops) => {
  expect(forwardedAddress(header, hops)).toBeUndefined()
})

test('without a trusted proxy the header is not even read', () => {
  expect(addressBehind(0)).toBeUndefined()
})
