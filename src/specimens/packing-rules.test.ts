import { describe, expect, test } from 'vitest'
import { DomainError } from '../kernel/errors.js'
import { ExamId, newId } from '../kernel/ids.js'
import type { StabilityRule } from './deadline.js'
import { requireCarriable, requireOneClass } from './packing-rules.js'

const potassium = { id: newId(ExamId), code: 'K', isCourierForbidden: false }
const gas = { id: newId(ExamId), code: 'GDS', isCourierForbidden: true }
const tube = {
  code: 'T1',
  tubeType: 'heparin',
  processing: 'whole',
  origin: 'external',
  urgency: 'routine',
}

const rule = (wish: Partial<StabilityRule> = {}): StabilityRule => ({
  ruleId: 'r',
  version: 1,
  examId: potassium.id,
  idealMinutes: 60,
  maximumMinutes: 240,
  isDerogable: false,
  tubeType: null,
  temperatureClass: 'ambient',
  processing: null,
  origin: null,
  urgency: null,
  ...wish,
})

function codeOf(work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('what may be packed together', () => {
  test('a tube whose exam is stable in the class of the container', () => {
    const known = { exams: [potassium], rules: [rule()] }
    expect(codeOf(() => requireOneClass(tube, 'ambient', known))).toBeUndefined()
    expect(codeOf(() => requireOneClass(tube, 'cold', known))).toBe('container-class-mixed')
  })

  test('a tube whose exam has a rule for any class', () => {
    const known = { exams: [potassium], rules: [rule({ temperatureClass: null })] }
    expect(codeOf(() => requireOneClass(tube, 'cold', known))).toBeUndefined()
  })

  test('a tube whose exam nobody wrote a rule for: a finding, not a refusal', () => {
    expect(
      codeOf(() => requireOneClass(tube, 'cold', { exams: [potassium], rules: [] })),
    ).toBeUndefined()
  })

  test('a rule for another tube type does not open a class', () => {
    const rules = [rule(), rule({ tubeType: 'serum', temperatureClass: 'cold' })]
    expect(codeOf(() => requireOneClass(tube, 'cold', { exams: [potassium], rules }))).toBe(
      'container-class-mixed',
    )
  })

  test('never an exam that no courier may carry', () => {
    expect(codeOf(() => requireCarriable([potassium, gas], 'T1'))).toBe('courier-forbidden-exam')
    expect(codeOf(() => requireCarriable([potassium], 'T1'))).toBeUndefined()
  })
})
