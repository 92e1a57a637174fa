import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { ExamId } from '../kernel/ids.js'
import { type DatedTube, type StabilityRule, tubeDeadline } from './deadline.js'

const exam = (n: number) => ExamId.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const [POTASSIUM, CLOTTING, COUNT] = [exam(1), exam(2), exam(3)]

const tube: DatedTube = {
  collectedAt: new Date('2026-03-12T06:40:00Z'),
  examIds: [POTASSIUM],
  tubeType: 'heparin-gel',
  temperatureClass: 'ambient',
  processing: 'whole',
  origin: 'external',
  urgency: 'routine',
}
const rule = (given: Partial<StabilityRule> = {}): StabilityRule => ({
  ruleId: 'r1',
  version: 1,
  examId: POTASSIUM,
  tubeType: null,
  temperatureClass: null,
  processing: null,
  origin: null,
  urgency: null,
  idealMinutes: 120,
  maximumMinutes: 360,
  isDerogable: false,
  ...given,
})

describe('tubeDeadline', () => {
  test('is the collection time plus the maximum delay of the rule', () => {
    expect(tubeDeadline(tube, [rule()])).toMatchObject({
      deadlineAt: new Date('2026-03-12T12:40:00Z'),
      idealAt: new Date('2026-03-12T08:40:00Z'),
      deciding: { examId: POTASSIUM, rule: { ruleId: 'r1', version: 1, isDerogable: false } },
      examsWithoutRule: [],
    })
  })

  test('is that of the least stable exam, and names it', () => {
    const rules = [
      rule({ ruleId: 'k', maximumMinutes: 360 }),
      rule({ ruleId: 'pt', examId: CLOTTING, maximumMinutes: 240, idealMinutes: 200 }),
      rule({ ruleId: 'cbc', examId: COUNT, maximumMinutes: 1440, idealMinutes: 60 }),
    ]
    const found = tubeDeadline({ ...tube, examIds: [POTASSIUM, CLOTTING, COUNT] }, rules)
    expect(found.deciding?.rule.ruleId).toBe('pt')
    expect(found.deadlineAt).toEqual(new Date('2026-03-12T10:40:00Z'))
    // The count is the most stable of the three and should still arrive first.
    expect(found.idealAt).toEqual(new Date('2026-03-12T07:40:00Z'))
    expect(found.exams.map((one) => one.rule.ruleId)).toEqual(['pt', 'k', 'cbc'])
  })

  test('prefers the most specific rule, even a longer one', () => {
    const rules = [
      rule({ ruleId: 'any' }),
      rule({ ruleId: 'spun', processing: 'spun', maximumMinutes: 2880 }),
      rule({ ruleId: 'cold', processing: 'spun', temperatureClass: '2-8', maximumMinutes: 30 }),
    ]
    expect(tubeDeadline({ ...tube, processing: 'spun' }, rules).deciding?.rule.ruleId).toBe('spun')
    expect(tubeDeadline(tube, rules).deciding?.rule.ruleId).toBe('any')
  })

  test('prefers the shorter of two equally specific rules', () => {
    const rules = [
      rule({ ruleId: 'origin', origin: 'external', maximumMinutes: 300 }),
      rule({ ruleId: 'urgency', urgency: 'routine', maximumMinutes: 200 }),
    ]
    expect(tubeDeadline(tube, rules).deciding?.rule.ruleId).toBe('urgency')
    expect(tubeDeadline(tube, rules.toReversed()).deciding?.rule.ruleId).toBe('urgency')
  })

  test('between rules of the same length takes the stricter ideal, then always the same rule', () => {
    const [loose, strict, twin] = [
      rule({ ruleId: 'a', idealMinutes: 120 }),
      rule({ ruleId: 'c', idealMinutes: 60 }),
      rule({ ruleId: 'b', idealMinutes: 60 }),
    ]
    expect(tubeDeadline(tube, [loose, strict]).deciding?.rule.ruleId).toBe('c')
    expect(tubeDeadline(tube, [strict, twin]).deciding?.rule.ruleId).toBe('b')
    expect(tubeDeadline(tube, [twin, strict]).deciding?.rule.ruleId).toBe('b')
  })

  test('two exams that expire together are always named in the same order', () => {
    const rules = [rule(), rule({ ruleId: 'r2', examId: CLOTTING })]
    const named = (examIds: readonly ExamId[]) =>
      tubeDeadline({ ...tube, examIds }, rules).exams.map(({ examId }) => examId)
    expect(named([CLOTTING, POTASSIUM])).toEqual([POTASSIUM, CLOTTING])
    expect(named([POTASSIUM, CLOTTING])).toEqual([POTASSIUM, CLOTTING])
  })

  test.each([
    ['tubeType', 'edta'],
    ['temperatureClass', 'frozen'],
    ['processing', 'aliquot'],
    ['origin', 'ward'],
    ['urgency', 'stat'],
  ] as const)('does not apply a rule written for another %s', (condition, other) => {
    expect(tubeDeadline(tube, [rule({ [condition]: other })]).examsWithoutRule).toEqual([POTASSIUM])
    expect(
      tubeDeadline({ ...tube, [condition]: other }, [rule({ [condition]: other })]),
    ).toMatchObject({ examsWithoutRule: [] })
  })

  test('names the exams nobody wrote a rule for, beside the deadline of the others', () => {
    const found = tubeDeadline({ ...tube, examIds: [COUNT, POTASSIUM] }, [rule()])
    expect(found.examsWithoutRule).toEqual([COUNT])
    expect(found.deadlineAt).toEqual(new Date('2026-03-12T12:40:00Z'))
  })

  test('a tube whose exams have no rule has no deadline, and says so', () => {
    expect(tubeDeadline(tube, [])).toEqual({
      deciding: undefined,
      deadlineAt: undefined,
      idealAt: undefined,
      exams: [],
      examsWithoutRule: [POTASSIUM],
    })
  })

  test('counts an exam once', () => {
    const twice = { ...tube, examIds: [POTASSIUM, POTASSIUM] }
    expect(tubeDeadline(twice, [rule()]).exams).toHaveLength(1)
    expect(tubeDeadline(twice, []).examsWithoutRule).toEqual([POTASSIUM])
  })
})

const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values))
const anyRule = fc.record({
  ruleId: fc.uuid(),
  version: fc.constant(1),
  examId: fc.integer({ min: 1, max: 5 }).map(exam),
  tubeType: maybe('heparin-gel', 'edta'),
  temperatureClass: maybe('ambient', '2-8'),
  processing: maybe('whole', 'spun'),
  origin: maybe('external', 'ward'),
  urgency: maybe('routine', 'stat'),
  idealMinutes: fc.nat(500),
  maximumMinutes: fc.nat(3000),
  isDerogable: fc.boolean(),
})
const anyRules = fc.array(anyRule, { maxLength: 25 })
const someExams = fc.uniqueArray(fc.integer({ min: 1, max: 6 }).map(exam), { maxLength: 6 })
const time = (instant: Date | undefined) => instant?.getTime() ?? Number.POSITIVE_INFINITY

describe('whatever the rules', () => {
  test.prop([anyRules, someExams, fc.integer({ min: 1, max: 6 }).map(exam)])(
    'adding an exam never lengthens the deadline nor the ideal time',
    (rules, examIds, added) => {
      const before = tubeDeadline({ ...tube, examIds }, rules)
      const after = tubeDeadline({ ...tube, examIds: [...examIds, added] }, rules)
      expect(time(after.deadlineAt)).toBeLessThanOrEqual(time(before.deadlineAt))
      expect(time(after.idealAt)).toBeLessThanOrEqual(time(before.idealAt))
    },
  )

  test.prop([anyRules, someExams])(
    'every exam has a deadline or is named without a rule',
    (rules, examIds) => {
      const found = tubeDeadline({ ...tube, examIds }, rules)
      const named = [...found.exams.map(({ examId }) => examId), ...found.examsWithoutRule]
      expect(named.toSorted()).toEqual(examIds.toSorted())
    },
  )

  test.prop([anyRules, someExams])(
    'the order of the rules and exams decides nothing',
    (rules, examIds) => {
      const found = tubeDeadline({ ...tube, examIds }, rules)
      const reversed = tubeDeadline({ ...tube, examIds: examIds.toReversed() }, rules.toReversed())
      expect(reversed.exams).toEqual(found.exams)
    },
  )
})
