import { describe, expect, test } from 'vitest'
import { DomainError } from '../kernel/errors.js'
import { REASON_CODES, REASONS, requirePossible, requireReason } from './reasons.js'
import { VERDICTS } from './vocabulary.js'

function fieldOf(work: () => void): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error.details['errors']
    throw error
  }
}

describe('the reason of a verdict', () => {
  test.each(REASON_CODES)('%s goes with the verdicts it lists, and with no other', (reasonCode) => {
    const allowed: readonly string[] = REASONS[reasonCode].verdicts
    expect(allowed.length).toBeGreaterThan(0)
    for (const verdict of VERDICTS) {
      const given = { verdict, inputMode: 'scan', reasonCode, comment: '' } as const
      const isRefused = fieldOf(() => requireReason(given)) !== undefined
      expect(isRefused).toBe(!allowed.includes(verdict))
    }
  })

  test('is found where a bench looks first: haemolysis, too little, clotted', () => {
    const refusals = REASON_CODES.filter((code) =>
      REASONS[code].verdicts.some((v) => v === 'rejected'),
    )
    expect(refusals.slice(0, 3)).toEqual(['RH', 'QS', 'RC'])
  })

  test('is asked for everything but a plain acceptance by scan', () => {
    const given = { inputMode: 'scan', comment: '' } as const
    expect(fieldOf(() => requireReason({ ...given, verdict: 'accepted' }))).toBeUndefined()
    for (const verdict of VERDICTS.slice(1)) {
      expect(fieldOf(() => requireReason({ ...given, verdict }))).toMatchObject([
        { path: 'reasonCode' },
      ])
    }
    expect(
      fieldOf(() => requireReason({ ...given, inputMode: 'hand', verdict: 'accepted' })),
    ).toMatchObject([{ path: 'comment' }])
  })

  test('a tube that was scanned is not missing', () => {
    const given = { verdict: 'missing', reasonCode: 'SNR', comment: '' } as const
    expect(fieldOf(() => requirePossible({ ...given, inputMode: 'scan' }))).toBeDefined()
    expect(fieldOf(() => requirePossible({ ...given, inputMode: 'hand' }))).toBeUndefined()
  })
})
