import { expect, test } from 'vitest'
import { NOTHING_CHECKED } from './packing-points.js'
import { sealLacks } from './seal-lacks.js'

const nothing = { checklist: NOTHING_CHECKED, sealNumber: ' ', loggerId: '', reason: '' }
const whole = {
  checklist: {
    leakproofPrimary: true,
    leakproofSecondaryAbsorbent: true,
    rigidOuter: true,
    papersOutside: true,
  },
  sealNumber: 'S-1',
  loggerId: '',
  reason: '',
}
const dated = [{ collectedAt: '2026-11-20T06:30:00Z' }]

test('an empty form lacks whatever this container needs, and nothing it does not', () => {
  const plain = { tubes: dated, needsLogger: false, needsReason: false }
  expect(sealLacks(nothing, plain)).toEqual(['checklist', 'number'])
  expect(sealLacks(nothing, { ...plain, needsLogger: true, needsReason: true })).toEqual([
    'checklist',
    'number',
    'logger',
    'reason',
  ])
  expect(sealLacks(whole, plain)).toEqual([])
})

test('a point of the packing and the time of a tube are missed alone', () => {
  const asked = { tubes: [...dated, { collectedAt: null }], needsLogger: false, needsReason: false }
  const checklist = { ...whole.checklist, rigidOuter: false }
  expect(sealLacks({ ...whole, checklist }, asked)).toEqual(['times', 'checklist'])
})
