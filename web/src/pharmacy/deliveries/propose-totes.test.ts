import { describe, expect, test } from 'vitest'
import {
  emptyTote,
  isIncomplete,
  moveUnits,
  type Packable,
  proposeTotes,
  removeTote,
} from './propose-totes.js'

const packable = (key: string, storageClass: string, units = 10): Packable => ({
  ...{ key, lineId: key, lotNumber: 'A1', denomination: key, storageClass, units },
  isNarcotic: key === 'oxynorm',
})
const tablets = packable('tablets', 'ambient')
const insulin = packable('insulin', 'cold')

describe('totes', () => {
  test('are proposed one for each storage class, with everything in them', () => {
    const totes = proposeTotes([tablets, insulin, packable('syrup', 'ambient')])
    expect(totes.map(({ storageClass, units }) => [storageClass, units])).toEqual([
      ['ambient', { tablets: 10, syrup: 10 }],
      ['cold', { insulin: 10 }],
    ])
  })

  test('share a lot without losing or inventing a unit', () => {
    const totes = [...proposeTotes([tablets, insulin]), emptyTote('ambient')]
    const [, cold, second] = totes
    const moved = moveUnits(totes, { toteKey: second?.key ?? '', packable: tablets, wanted: 4 })
    expect(moved.map(({ units }) => units['tablets'])).toEqual([6, undefined, 4])
    expect(moved[1]).toEqual(cold)
    const all = moveUnits(moved, { toteKey: second?.key ?? '', packable: tablets, wanted: 99 })
    expect(all.map(({ units }) => units['tablets'])).toEqual([0, undefined, 10])
  })

  test('give back what they held when they are removed', () => {
    const totes = [...proposeTotes([tablets]), emptyTote('ambient')]
    const key = totes[1]?.key ?? ''
    const moved = moveUnits(totes, { toteKey: key, packable: tablets, wanted: 4 })
    expect(removeTote(moved, key).map(({ units }) => units)).toEqual([{ tablets: 10 }])
  })

  test('need a logger when cold, and a seal for narcotics', () => {
    const oxynorm = packable('oxynorm', 'ambient')
    const [plain] = proposeTotes([tablets])
    const [cold] = proposeTotes([insulin])
    const [safe] = proposeTotes([oxynorm])
    if (!plain || !cold || !safe) throw new Error('one tote each')
    expect(isIncomplete(plain, [tablets])).toBe(false)
    expect(isIncomplete(cold, [insulin])).toBe(true)
    expect(isIncomplete({ ...cold, logger: 'TH-12' }, [insulin])).toBe(false)
    expect(isIncomplete(safe, [oxynorm])).toBe(true)
    expect(isIncomplete(emptyTote('ambient'), [])).toBe(true)
  })
})
