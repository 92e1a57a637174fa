import { expect, test } from 'vitest'
import { DECOY_HASH, hashPassword, passwordMatches } from './passwords.js'
import { lockSeconds } from './throttle.js'

const parametersOf = (hash: string) => hash.split('$').slice(0, 4).join('$')

test('a password matches its own hash only, and no hash matches nothing', async () => {
  const hash = await hashPassword('Comprimés-2026!')

  expect(await passwordMatches(hash, 'Comprimés-2026!')).toBe(true)
  expect(await passwordMatches(hash, 'Comprimés-2026!'.normalize('NFD'))).toBe(true)
  expect(await passwordMatches(hash, 'Comprimes-2026!')).toBe(false)
  expect(await passwordMatches(undefined, 'Comprimés-2026!')).toBe(false)
  expect(await passwordMatches(null, '')).toBe(false)
})

test('the decoy costs exactly what a real hash costs', async () => {
  expect(parametersOf(DECOY_HASH)).toBe(parametersOf(await hashPassword('x')))
  expect(parametersOf(DECOY_HASH)).toBe('$argon2id$v=19$m=19456,t=2,p=1')
})

test('locks double from one minute up to an hour', () => {
  expect([1, 2, 3, 6, 7, 50].map(lockSeconds)).toEqual([60, 120, 240, 1920, 3600, 3600])
})
