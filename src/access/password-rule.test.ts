import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { DomainError } from '../kernel/errors.js'
import { passwordWeaknesses, requireStrongPassword } from './password-rule.js'

const EMAIL = 'c.durand@exemple.fr'
const weaknesses = (password: string) => passwordWeaknesses(password, EMAIL)

test.each([
  ['twelve characters of four classes', 'Pharmacie-26'],
  ['accents are letters, not specials', 'Épinéphrine2026'],
  ['fourteen characters without specials', 'Pharmacie92150'],
  ['a phrase of seven words', 'le coursier part à sept heures pile du matin'],
  ['a phrase joined by hyphens', 'le-coursier-part-à-sept-heures-pile'],
  ['spaces count as specials', 'Deux mots 92'],
])('%s is strong enough', (_, password) => {
  expect(weaknesses(password)).toEqual([])
})

test.each([
  ['eleven characters', 'Pharmaci-26', ['too-short']],
  ['thirteen without special', 'Pharmacie9215', ['no-special-or-two-more']],
  ['no upper case', 'pharmacie-2026', ['no-uppercase']],
  ['no lower case', 'PHARMACIE-2026', ['no-lowercase']],
  ['no digit', 'Pharmacie-gerante', ['no-digit']],
  ['six words', 'le coursier part à sept heures', ['no-uppercase', 'no-digit']],
  ['one word seven times', 'mot mot mot mot mot mot mot', ['no-uppercase', 'no-digit']],
  ['the e-mail name', 'C.Durand-2026!', ['contains-email']],
  ['nothing', '', ['too-short', 'no-lowercase', 'no-uppercase', 'no-digit']],
])('%s is refused', (_, password, expected) => {
  expect(weaknesses(password)).toEqual(expected)
})

test('a short e-mail name does not forbid every password that holds it', () => {
  expect(passwordWeaknesses('Pharmacie-92', 'arm@exemple.fr')).toEqual([])
})

test('a refusal names the field, and each thing missing as data for the screen', () => {
  expect(() => requireStrongPassword('court', EMAIL, 'newPassword')).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      details: {
        errors: [{ path: 'newPassword', message: expect.stringContaining('12 characters') }],
        weaknesses: ['too-short', 'no-uppercase', 'no-digit'],
      },
    }),
  )
  expect(() => requireStrongPassword('Pharmacie-26', EMAIL)).not.toThrow(DomainError)
})

test.prop([fc.string({ unit: 'binary', maxLength: 11 })])(
  'nothing shorter than twelve characters passes, except a phrase',
  (password) => {
    fc.pre(password.split(/[\s'’-]+/u).length < 7)
    expect(weaknesses(password)).not.toEqual([])
  },
)
