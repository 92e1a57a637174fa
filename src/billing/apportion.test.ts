import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { microEuros, toCents } from '../kernel/money.js'
import { apportionToCents } from './apportion.js'

const micros = fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n }).map(microEuros)

describe('the lines of a statement', () => {
  test.prop([fc.array(micros, { maxLength: 60 })])('add up to the rounded total', (values) => {
    const sum = apportionToCents(values).reduce((total, value) => total + value, 0n)
    expect(sum).toBe(toCents(microEuros(values.reduce((total, value) => total + value, 0n))))
  })

  test.prop([fc.array(micros, { maxLength: 60 })])(
    'stay within one cent of their exact value',
    (values) => {
      apportionToCents(values).forEach((value, i) => {
        const gap = value * 10_000n - (values[i] ?? 0n)
        expect(gap > -10_000n && gap < 10_000n).toBe(true)
      })
    },
  )
})
