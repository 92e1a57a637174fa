import { expect, test } from 'vitest'
import { unsuitedExams } from './unsuited-exams.js'

const rule = (examCode: string, tubeType: string | null, wish: object = {}) => ({
  examCode,
  tubeType,
  validFrom: '2026-01-01',
  validTo: null,
  ...wish,
})
const rules = [
  rule('TCA', 'citrate'),
  rule('IONO', 'heparine'),
  rule('IONO', 'sec'),
  rule('CRP', 'heparine'),
  rule('CRP', null),
]
const planned = (tubeType: string, ...examCodes: string[]) => ({
  examCodes,
  tubeType,
  day: '2026-11-20',
})

test('an exam whose rules are for other tubes says for which', () => {
  expect(unsuitedExams(rules, planned('EDTA', 'TCA', 'IONO'))).toEqual([
    { examCode: 'TCA', tubeTypes: ['citrate'] },
    { examCode: 'IONO', tubeTypes: ['heparine', 'sec'] },
  ])
})

test('case and accents are set aside, and nothing is said before a type is', () => {
  expect(unsuitedExams(rules, planned(' Citrate ', 'TCA'))).toEqual([])
  expect(unsuitedExams(rules, planned('HÉPARINE', 'IONO'))).toEqual([])
  expect(unsuitedExams(rules, planned('', 'TCA'))).toEqual([])
})

test('a rule for any tube, no rule, or one of another time says nothing', () => {
  expect(unsuitedExams(rules, planned('edta', 'CRP', 'NFS'))).toEqual([])
  const past = [rule('TCA', 'citrate', { validTo: '2026-11-19' })]
  expect(unsuitedExams(past, planned('edta', 'TCA'))).toEqual([])
})
