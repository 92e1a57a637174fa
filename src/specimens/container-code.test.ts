import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { containerCodeOf, isContainerCode } from './container-code.js'

const codes = fc.uuid().map(containerCodeOf)

describe('the code of a container', () => {
  test('is short, has a prefix and follows from the id', () => {
    const code = containerCodeOf('01999c3e-5d0a-7cc1-8a3c-0d9f6a1b2c3d')
    expect(code).toMatch(/^SAC-[0-9A-Z]{9}$/)
    expect(containerCodeOf('01999c3e-5d0a-7cc1-8a3c-0d9f6a1b2c3d')).toBe(code)
  })

  property.prop([codes])('carries its key', (code) => {
    expect(isContainerCode(code)).toBe(true)
  })

  property.prop([codes, fc.integer({ min: 4, max: 11 }), fc.constantFrom(...'123456789ABCDEFGH')])(
    'shows one character typed wrong',
    (code, at, other) => {
      fc.pre(code[at] !== other)
      fc.pre(!(code[at] === 'Z' && other === '0'))
      expect(isContainerCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
    },
  )

  test('is refused in another shape', () => {
    for (const code of ['', 'SAC-', 'SAC-ILOU0000A', 'BAC-000000000']) {
      expect(isContainerCode(code)).toBe(false)
    }
  })
})
