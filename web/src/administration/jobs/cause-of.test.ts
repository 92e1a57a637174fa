import { expect, test } from 'vitest'
import { causeOf } from './cause-of.js'

test.each([
  ['connect ECONNREFUSED 127.0.0.1:5432', 'connection'],
  ['Transaction timed out after 5000 ms', 'timeout'],
  ['Document 01a2 not found', 'missing'],
  ['Invalid input: expected string, received undefined', 'payload'],
  ['TypeError: x is not a function', 'other'],
])('%s is %s', (error, cause) => {
  expect(causeOf(error)).toBe(cause)
})
