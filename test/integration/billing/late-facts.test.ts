import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureDriver } from '../../../src/billing/drivers.js'
import { closePeriod, freezePeriod, openPeriod, recordCharge } from '../../../src/billing/index.js'
import { listActivity } from '../../../src/billing/list-activity.js'
import type { Driver } from '../../../src/billing/vocabulary.js'
import { newId, RunId, RunStopId } from '../../../src/kernel/ids.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
import type { GivenMember } from '../../builders/given.js'
import { openWorld, type World } from '../../builders/world.js'
import { APRIL, charge, MARCH, monthScene, type Scene, withPools } from './month-scene.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let runs = 0

/** A stop of 20 March that the program was told of at `closedAt`. */
async function servedStop({ groupingId }: Scene, member: GivenMember, closedAt: string) {
  const runId = newId(RunId)
  const at = new Date('2026-03-20T09:00:00Z')
  runs += 1
  await world.owner.prisma.run.create({
    data: {
      ...{ id: runId, groupingId, number: `T-${runs}`, name: 'Tournée', state: 'completed' },
      ...{ serviceOn: new Date('2026-03-20'), departsAt: at, cutoffAt: at, createdAt: at },
    },
  })
  const { establishmentId, deliveryPointId } = member
  await world.owner.prisma.runStop.create({
    data: {
      ...{ id: newId(RunStopId), runId, groupingId, establishmentId, deliveryPointId, position: 1 },
      ...{ plannedAt: at, delivers: true, collectsSpecimens: false, state: 'done' },
      closedAt: new Date(closedAt),
    },
  })
}

/** March closed on 2 April, April open. */
async function closedMarch() {
  const scene = await monthScene(world)
  const [foch] = scene.members
  if (foch === undefined) throw new TypeError('a member')
  const { staff, structure } = await withPools(scene)
  const { finance, groupingId } = scene
  await scene.deliver(foch, 100, 1_000_000n)
  await servedStop(scene, foch, '2026-03-20T09:10:00Z')
  await recordCharge(finance, charge(staff.id, '10.00'))
  await recordCharge(finance, charge(structure.id, '10.00'))
  const march = await openPeriod(finance, { groupingId, month: MARCH })
  await freezePeriod(finance, { groupingId, month: MARCH })
  await closePeriod(finance, { groupingId, month: MARCH })
  const april = await openPeriod(finance, { groupingId, month: APRIL })
  const factsOf = async (periodId: typeof march.id, driver: Driver) => {
    const wish = { establishmentId: foch.establishmentId, driver, limit: 50 }
    const { total, items } = await listActivity(finance, periodId, wish)
    return { total, facts: items.map(({ counts, countsIn }) => [counts, countsIn]).toSorted() }
  }
  return { ...scene, foch, march: march.id, april: april.id, factsOf }
}

describe('what is recorded after its month was closed', () => {
  test('a stop counts in the first month still open, and is listed in both', async () => {
    const s = await closedMarch()
    await servedStop(s, s.foch, '2026-04-03T07:00:00Z')

    expect(await s.factsOf(s.march, 'stops')).toEqual({
      total: '1',
      facts: [
        ['0', APRIL],
        ['1', MARCH],
      ],
    })
    expect(await s.factsOf(s.april, 'stops')).toEqual({ total: '1', facts: [['1', APRIL]] })
    const april = await inReadTransaction(s.finance, (tx) =>
      measureDriver(tx, { groupingId: s.groupingId, month: APRIL, driver: 'stops' }),
    )
    expect(april).toEqual(new Map([[s.foch.establishmentId, 1n]]))
  })

  test('a movement adds nothing to its month any more, and says where it counts', async () => {
    const s = await closedMarch()
    await s.deliver(s.foch, 7, 1_000_000n, '2026-03-31T09:00:00Z')

    expect(await s.factsOf(s.march, 'units-dispensed')).toEqual({
      total: '100',
      facts: [
        ['0', APRIL],
        ['100', MARCH],
      ],
    })
    expect(await s.factsOf(s.april, 'units-dispensed')).toEqual({
      total: '7',
      facts: [['7', APRIL]],
    })
    expect(await s.factsOf(s.march, 'lines-dispensed')).toMatchObject({ total: '1' })
  })
})
