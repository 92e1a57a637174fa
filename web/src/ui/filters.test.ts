import { describe, expect, it } from 'vitest'
import { day, flag, number, oneOf, readFilters, text, uuid } from './filters.js'

const WORDS = {
  q: text,
  jours: number,
  stup: flag,
  de: day,
  lieu: uuid,
  vue: oneOf(['lots', 'lieux']),
}
const PLACE = '0198f1f0-7c1e-7b3a-9c2d-5a1e8f3b6c4d'

describe('filters of an address', () => {
  it('reads every word as what it is', () => {
    const written = {
      q: 'dolip',
      jours: 30,
      stup: true,
      de: '2026-02-28',
      lieu: PLACE,
      vue: 'lots',
    }
    expect(readFilters(WORDS, written)).toEqual(written)
  })

  it('keeps a text of digits, which the address holds as a number', () => {
    expect(readFilters(WORDS, { q: 3400930000 })).toEqual({ q: '3400930000' })
  })

  it('leaves out what cannot be read, and only that', () => {
    const written = {
      q: 'a',
      jours: 'trente',
      stup: 'oui',
      de: '2026-02-31',
      lieu: 'x',
      vue: 'tout',
    }
    expect(readFilters(WORDS, written)).toEqual({ q: 'a' })
  })

  it('leaves out words that are no filter', () => {
    expect(readFilters(WORDS, { retour: '/commandes' })).toEqual({})
  })

  it.each(['2026-13-01', '2026-00-10', '2026-1-1', ''])(
    'does not take «%s» for a day',
    (written) => {
      expect(day(written)).toBeUndefined()
    },
  )
})
