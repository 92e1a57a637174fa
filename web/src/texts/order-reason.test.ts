import { expect, test } from 'vitest'
import { sayOrderReason } from './order-reason.js'

const word = (code: string) => (code === 'duplicate-request' ? 'Demande en double' : code)
const say = (reason: string) => sayOrderReason(reason, word)

test('a code is said in words, with what was typed after it', () => {
  expect(say('duplicate-request')).toBe('Demande en double')
  expect(say('duplicate-request: déjà servie')).toBe('Demande en double\u00a0: déjà servie')
})

test('words stay as they are typed, alone where the code says nothing', () => {
  expect(say('Doublon de ce matin')).toBe('Doublon de ce matin')
  expect(say('other: unité fermée: travaux')).toBe('unité fermée: travaux')
})
