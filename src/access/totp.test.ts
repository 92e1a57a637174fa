import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { newTotpSecret, totpStepOf, totpUri } from './totp.js'

/** RFC 6238, appendix B: the SHA-1 seed and its last six digits. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32

test.each([
  [59, '287082', 1n],
  [1111111109, '081804', 37037036n],
  [1234567890, '005924', 41152263n],
  [20000000000, '353130', 666666666n],
])('the code of the standard at second %i is recognised, with its step', (second, code, step) => {
  expect(totpStepOf(SECRET, code, new Date(second * 1000))).toBe(step)
})

test('a code of the step before or after is accepted under its own step, two steps away is not', () => {
  const at = (second: number) => totpStepOf(SECRET, '287082', new Date(second * 1000))

  expect([at(29), at(30), at(89)]).toEqual([1n, 1n, 1n])
  expect(at(90)).toBeUndefined()
})

test('a new secret has 160 bits, and its address names the account', () => {
  expect(Secret.fromBase32(newTotpSecret()).bytes).toHaveLength(20)
  expect(totpUri(SECRET, 'c.durand@exemple.fr')).toMatch(
    /^otpauth:\/\/totp\/Navette:c\.durand%40exemple\.fr\?.*secret=/,
  )
})
