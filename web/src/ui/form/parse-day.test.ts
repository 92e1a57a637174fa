import { expect, test } from 'vitest'
import { parseDay } from './parse-day.js'

test.for([
  ['31/05/2028', '2028-05-31'],
  ['31052028', '2028-05-31'],
  ['1.2.28', '2028-02-01'],
  ['2028-05-31', '2028-05-31'],
  ['29/02/2027', null],
  ['31/13/2028', null],
  ['05/2028', null],
  ['bientôt', null],
] as const)('%s is read as %s', ([typed, day]) => {
  expect(parseDay(typed)).toBe(day)
})

test('a month is its last day, where months are accepted', () => {
  expect(parseDay('02/2028', true)).toBe('2028-02-29')
  expect(parseDay('13/2028', true)).toBeNull()
})
