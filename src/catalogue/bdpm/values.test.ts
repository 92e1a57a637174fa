import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { presumedStorage } from './cold-chain.js'
import { strengthIn } from './strength.js'
import { parseDay, parsePrice, parseRate } from './values.js'

describe('prices', () => {
  test.each([
    ['1,466,29', 146629n],
    ['2,58', 258n],
    ['24,34', 2434n],
    ['', null],
  ])('reads « %s » exactly', (text, cents) => {
    expect(parsePrice(text)).toEqual({ ok: true, value: cents })
  })

  test.each(['1,466', '12,3', '1466.29', '1,46,29', 'gratuit'])('refuses « %s »', (text) => {
    expect(parsePrice(text).ok).toBe(false)
  })

  test.prop([fc.bigInt({ min: 0n, max: 10n ** 11n })])(
    'reads back what the publisher writes',
    (cents) => {
      const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
      const text = `${whole},${(cents % 100n).toString().padStart(2, '0')}`
      expect(parsePrice(text)).toEqual({ ok: true, value: cents })
    },
  )
})

describe('rates and days', () => {
  test.each([
    ['65%', 65],
    ['65 %', 65],
    ['100 %', 100],
    ['', null],
  ])('reads the rate « %s »', (text, percent) => {
    expect(parseRate(text)).toEqual({ ok: true, value: percent })
  })

  test('reads French days and refuses days that do not exist', () => {
    expect(parseDay('16/03/2011')).toEqual({ ok: true, value: '2011-03-16' })
    expect(parseDay('')).toEqual({ ok: true, value: null })
    expect(parseDay('31/02/2011').ok).toBe(false)
    expect(parseDay('2011-03-16').ok).toBe(false)
  })
})

describe('strengths', () => {
  test.each([
    ['ACTISKENAN 10 mg, gélule', '10 mg'],
    ['AMOXICILLINE/ACIDE CLAVULANIQUE PANPHARMA 1 g/200 mg ADULTES, poudre', '1 g/200 mg'],
    ['PARACETAMOL KABI 10 mg/mL, solution pour perfusion', '10 mg/mL'],
    ['ACUPAN 20 mg/2 mL, solution injectable', '20 mg/2 mL'],
    ['FENTANYL ARROW 25 microgrammes/heure, dispositif transdermique', '25 microgrammes/heure'],
    ['CHLORURE DE SODIUM 0,9 % B. BRAUN, solution pour perfusion', '0,9 %'],
    ['HEPARINE SODIQUE PANPHARMA 5 000 UI/ml, solution injectable (I.V.)', '5 000 UI/ml'],
    ['A 313 200 000 UI POUR CENT, pommade', null],
    ['EUPHON, pastille', null],
  ])('reads « %s »', (denomination, strength) => {
    expect(strengthIn(denomination)).toBe(strength)
  })
})

test('presumes the cold for insulins and vaccines, not for tablets nor unknown groups', () => {
  expect(presumedStorage('A10AE04', 'solution injectable')).toBe('cold')
  expect(presumedStorage('J07BB02', 'suspension injectable')).toBe('cold')
  expect(presumedStorage('A10BJ06', 'comprimé')).toBe('ambient')
  expect(presumedStorage('N02BE01', 'solution')).toBe('ambient')
  expect(presumedStorage(null, 'solution')).toBe('ambient')
})
