import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { prefixDistance } from './typo.js'

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd'),
  minLength: 3,
  maxLength: 12,
})

describe('prefixDistance', () => {
  test.each([
    ['doliprane', 'doliprane', 0],
    ['doli', 'doliprane', 0],
    ['dolirpane', 'doliprane', 1],
    ['dolpr', 'doliprane', 1],
    ['dollipra', 'doliprane', 1],
    ['dalipr', 'doliprane', 1],
    ['dalirp', 'doliprane', 2],
    ['xxxxxx', 'doliprane', 3],
  ])('from « %s » to the start of « %s » is %i', (typed, key, distance) => {
    expect(prefixDistance(typed, key, 2)).toBe(distance)
  })

  test.prop([letters, fc.nat(), letters])('one swap costs at most one', (text, at, tail) => {
    const spot = at % (text.length - 1)
    const swapped = `${text.slice(0, spot)}${text[spot + 1]}${text[spot]}${text.slice(spot + 2)}`
    expect(prefixDistance(swapped, text + tail, 2)).toBeLessThanOrEqual(1)
  })
})
