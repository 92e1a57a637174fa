import { describe, expect, test } from 'vitest'
import { NOTHING_SAID, oneMore, stateOf } from './receipt-draft.js'

const line = { id: 'L', shippedUnits: 10 }

describe('what is said of a lot at its receipt', () => {
  test('is nothing by default, then partial, whole, or different with its reason', () => {
    expect(stateOf(line, undefined)).toBe('silent')
    expect(stateOf(line, { accepted: 4, refused: 0, missing: 0 })).toBe('partial')
    expect(stateOf(line, { accepted: 10, refused: 0, missing: 0 })).toBe('whole')
    expect(stateOf(line, { accepted: 8, refused: 1, missing: 1 })).toBe('unexplained')
    expect(stateOf(line, { accepted: 8, refused: 1, missing: 1, reason: 'damaged' })).toBe(
      'different',
    )
  })

  test('needs words when the reason is another one', () => {
    const answer = { accepted: 9, refused: 1, missing: 0, reason: 'other' }
    expect(stateOf(line, answer)).toBe('unexplained')
    expect(stateOf(line, { ...answer, comment: 'Boîte mouillée' })).toBe('different')
  })
})

test('scans never count more than what was shipped', () => {
  const draft = oneMore(oneMore(NOTHING_SAID, line, 8), line, 8)
  expect(draft.answers['L']).toEqual({ accepted: 10, refused: 0, missing: 0 })
})
