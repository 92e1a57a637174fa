import { describe, expect, test } from 'vitest'
import { DomainError } from '../kernel/errors.js'
import { CHECKLIST_POINTS } from './schema.js'
import { requireCollectionTimes, requirePacked, requireReachable } from './seal-rules.js'

const full = {
  leakproofPrimary: true,
  leakproofSecondaryAbsorbent: true,
  rigidOuter: true,
  papersOutside: true,
}

function refusal(work: () => void): DomainError | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

describe('a container is sealed', () => {
  test.each(CHECKLIST_POINTS)('not while « %s » is open', (point) => {
    const checklist = { ...full, [point]: false }
    expect(refusal(() => requirePacked('ambient', { checklist }))?.details).toMatchObject({
      errors: [{ path: `checklist.${point}` }],
    })
  })

  test('with a logger when it travels cold', () => {
    expect(refusal(() => requirePacked('cold', { checklist: full }))?.code).toBe(
      'cold-chain-incomplete',
    )
    expect(
      refusal(() => requirePacked('cold', { checklist: full, loggerId: 'L1' })),
    ).toBeUndefined()
    expect(refusal(() => requirePacked('ambient', { checklist: full }))).toBeUndefined()
  })

  test('when every tube has its collection time, and there is one', () => {
    const known = { code: 'T1', collectedAt: new Date(0) }
    expect(refusal(() => requireCollectionTimes([known]))).toBeUndefined()
    expect(refusal(() => requireCollectionTimes([]))?.code).toBe('invalid-input')
    expect(
      refusal(() => requireCollectionTimes([known, { code: 'T2', collectedAt: null }]))?.details,
    ).toMatchObject({ errors: [{ path: 'tubes.1.collectedAt' }] })
  })

  test('when the next run brings it in time, or somebody says why not', () => {
    const deadlineAt = new Date('2026-03-12T12:00:00Z')
    const inTime = new Date('2026-03-12T11:45:00Z')
    const tooLate = new Date('2026-03-12T11:46:00Z')
    const packing = { checklist: full }
    const judge = (expectedAt: Date | null, overrideReason?: string) =>
      refusal(() =>
        requireReachable(
          { deadlineAt, expectedAt },
          { ...packing, ...(overrideReason !== undefined && { overrideReason }) },
        ),
      )?.code
    expect(judge(inTime)).toBeUndefined()
    expect(judge(tooLate)).toBe('cut-off-passed')
    expect(judge(null)).toBe('cut-off-passed')
    expect(judge(null, 'Coursier appelé')).toBeUndefined()
    expect(
      refusal(() => requireReachable({ deadlineAt: null, expectedAt: null }, packing)),
    ).toBeUndefined()
  })
})
