import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { Finess } from '../../../src/kernel/codes.js'
import { GroupingId, MembershipId, newId } from '../../../src/kernel/ids.js'
import { overlapsExplained } from '../../../src/members/enter-membership.js'
import {
  addMembership,
  createEstablishment,
  endMembership,
  memberOn,
  requireMemberOn,
} from '../../../src/members/index.js'
import { listMemberships } from '../../../src/members/memberships.js'
import { CreateEstablishmentInput } from '../../../src/members/schema.js'
import { inReadTransaction, inTransaction } from '../../../src/platform/db/transaction.js'
import { openWorld, type World } from '../../builders/world.js'
import { codeOf, refusalOf } from './refusal.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const day = calendarDate
const PAGE = { limit: 50 }
let sites = 0

const site = (groupingId: GroupingId, more: object = {}) => {
  return CreateEstablishmentInput.parse({ ...asTyped(groupingId), ...more })
}

/** As an administrator types it. */
function asTyped(groupingId: GroupingId) {
  sites += 1
  return {
    groupingId,
    fromOn: '2026-01-01',
    activities: ['supply'],
    name: `Hôpital ${sites}`,
    shortName: `H${sites}`,
    kind: 'MCO',
    addressLine: '40 rue Worth',
    postalCode: '92150',
    town: 'Suresnes',
  }
}

async function administered(kind: 'pharmacy' | 'laboratory' = 'pharmacy') {
  const groupingId = await world.given.grouping({ kind })
  return { groupingId, ctx: await world.as({ role: 'administrator', groupingId }) }
}

/** A grouping with one member from `fromOn` to `toOn`. */
async function withMember(fromOn: string, toOn?: string) {
  const { groupingId, ctx } = await administered()
  const view = await createEstablishment(ctx, site(groupingId, { fromOn }))
  const [membership] = view.memberships
  const membershipId = MembershipId.parse(membership?.id)
  if (toOn !== undefined) await endMembership(ctx, membershipId, { toOn: day(toOn) })
  return { groupingId, ctx, establishmentId: view.id, name: view.name, membershipId }
}

test('an establishment is entered together with its first membership, and audited', async () => {
  const { groupingId, ctx } = await administered()

  const view = await createEstablishment(ctx, site(groupingId, { finessEt: '920000650' }))

  expect(view).toMatchObject({ finessEt: '920000650', kind: 'MCO', isFictitious: false })
  expect(view.memberships).toMatchObject([
    { groupingId, fromOn: '2026-01-01', activities: ['supply'], memberOrder: 1, isInForce: true },
  ])
  const trail = await world.owner.prisma.auditEntry.findMany({ where: { groupingId } })
  expect(trail.map(({ action }) => action)).toEqual(['establishment.created', 'membership.entered'])
})

test('a FINESS or SIRET with a wrong digit names its field', () => {
  const wrong = CreateEstablishmentInput.safeParse({
    ...asTyped(newId(GroupingId)),
    finessEt: '920000651',
    siret: '12345678901234',
  })

  expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['finessEt', 'siret'])
})

test('a known FINESS number is refused: another grouping adds a membership by that number instead', async () => {
  const pharmacy = await administered()
  const laboratory = await administered('laboratory')
  const finessEt = Finess.parse('750000010')
  const view = await createEstablishment(pharmacy.ctx, site(pharmacy.groupingId, { finessEt }))

  const refusal = await refusalOf(
    createEstablishment(laboratory.ctx, site(laboratory.groupingId, { finessEt })),
  )
  expect(refusal.code).toBe('duplicate')
  expect(refusal.message).toContain('750000010')
  const fromOn = day('2026-02-01')
  const byId = {
    groupingId: laboratory.groupingId,
    establishmentId: view.id,
    fromOn,
    activities: [],
  }
  expect(await codeOf(addMembership(laboratory.ctx, byId))).toBe('not-found')
  const { groupingId } = laboratory
  const added = await addMembership(laboratory.ctx, {
    groupingId,
    finessEt,
    fromOn,
    activities: [],
  })

  expect(added.establishment).toMatchObject({ id: view.id, name: view.name })
})

test('dates that overlap another membership are refused, and named', async () => {
  const { ctx, groupingId, establishmentId } = await withMember('2026-02-01', '2026-04-30')
  const add = (fromOn: string, toOn?: string) =>
    addMembership(ctx, {
      groupingId,
      establishmentId,
      fromOn: day(fromOn),
      ...(toOn !== undefined && { toOn: day(toOn) }),
      activities: [],
    })

  const refusal = await refusalOf(add('2026-04-30'))
  expect(refusal.code).toBe('duplicate')
  expect(refusal.message).toBe(
    'This establishment is already a member from 2026-02-01 to 2026-04-30',
  )
  expect(refusal.details).toMatchObject({ fromOn: '2026-02-01', toOn: '2026-04-30' })
  expect(await codeOf(add('2025-01-01', '2026-02-01'))).toBe('duplicate')
  expect(await codeOf(add('2026-03-01', '2026-03-02'))).toBe('duplicate')
  expect((await add('2025-01-01', '2026-01-31')).toOn).toBe('2026-01-31')
  const open = await add('2026-05-01')
  expect(open).not.toHaveProperty('toOn')
  expect(await codeOf(add('2030-01-01'))).toBe('duplicate')
})

test('of two administrators who add the same member at once, one is refused', async () => {
  const { ctx, groupingId, establishmentId } = await withMember('2026-01-01', '2026-01-31')
  const wish = { groupingId, establishmentId, fromOn: day('2026-03-01'), activities: [] }

  const outcomes = await Promise.allSettled([
    addMembership(ctx, wish),
    addMembership(ctx, wish),
    addMembership(ctx, wish),
  ])

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason.code).toBe('duplicate')
  }
})

test('an overlap that slips past the check is still refused by the database, as a refusal', async () => {
  const { ctx, groupingId, establishmentId } = await withMember('2026-01-01')

  const written = overlapsExplained(() =>
    inTransaction(ctx, async (tx) => {
      await tx.$executeRaw`
        insert into membership (id, grouping_id, establishment_id, from_on, member_order, created_at)
        values (gen_random_uuid(), ${groupingId}::uuid, ${establishmentId}::uuid, '2026-06-01', 9, now())`
      return null
    }),
  )

  expect(await codeOf(written)).toBe('duplicate')
})

test('the end may move, not before the first day and not into the next membership', async () => {
  const { ctx, groupingId, establishmentId, membershipId } = await withMember(
    '2026-02-01',
    '2026-04-30',
  )
  const fromOn = day('2026-06-01')
  await addMembership(ctx, { groupingId, establishmentId, fromOn, activities: [] })
  const end = (toOn: string) => endMembership(ctx, membershipId, { toOn: day(toOn) })

  expect((await end('2026-05-31')).toOn).toBe('2026-05-31')
  expect(await codeOf(end('2026-06-01'))).toBe('duplicate')
  expect(await codeOf(end('2026-01-31'))).toBe('invalid-input')
  expect((await end('2026-02-01')).isInForce).toBe(false)
})

test('members keep their rank when they leave and return; newcomers come last', async () => {
  const { groupingId, ctx } = await administered()
  const first = await createEstablishment(ctx, site(groupingId))
  await createEstablishment(ctx, site(groupingId))
  const [membership] = first.memberships
  await endMembership(ctx, MembershipId.parse(membership?.id), { toOn: day('2026-01-31') })
  await addMembership(ctx, {
    groupingId,
    establishmentId: first.id,
    fromOn: day('2026-03-01'),
    activities: [],
  })
  await Promise.all(
    [site(groupingId), site(groupingId)].map((one) => createEstablishment(ctx, one)),
  )

  const { items } = await listMemberships(ctx, { groupingId, ...PAGE })

  expect(items.map(({ memberOrder }) => memberOrder).sort()).toEqual([1, 1, 2, 3, 4])
  const inMarch = await listMemberships(ctx, { groupingId, on: day('2026-03-01'), ...PAGE })
  expect(inMarch.items.map(({ memberOrder }) => memberOrder).sort()).toEqual([1, 2, 3, 4])
})

test('membership is asked by the day, both ends included', async () => {
  const { ctx, groupingId, establishmentId } = await withMember('2026-02-01', '2026-04-30')
  const on = (date: string) =>
    inReadTransaction(ctx, (tx) => memberOn(tx, groupingId, establishmentId, day(date)))

  expect(
    await Promise.all(['2026-01-31', '2026-02-01', '2026-04-30', '2026-05-01'].map(on)),
  ).toEqual([false, true, true, false])
})

test('who is not a member is told which establishment, which day, and when the membership is', async () => {
  const { ctx, groupingId, establishmentId, name } = await withMember('2026-02-01', '2026-04-30')
  const ask = (date: string) =>
    inReadTransaction(ctx, (tx) =>
      requireMemberOn(tx, groupingId, establishmentId, day(date), 'order'),
    )

  await ask('2026-03-01')
  const before = await refusalOf(ask('2026-01-15'))
  const after = await refusalOf(ask('2026-05-01'))

  expect(before.code).toBe('not-a-member')
  expect(before.message).toBe(
    `This order needs a membership: ${name} is not a member on 2026-01-15 (it joins on 2026-02-01)`,
  )
  expect(after.message).toContain('(it left after 2026-04-30)')
  expect(after.details).toMatchObject({
    ...{ subject: 'order', establishmentName: name, groupingName: 'PUI d’essai' },
    day: '2026-05-01',
    memberships: [{ fromOn: '2026-02-01', toOn: '2026-04-30' }],
  })
})

test('only an administrator of the grouping enters members', async () => {
  const { groupingId, establishmentId, membershipId } = await withMember('2026-01-01')
  const toOn = day('2026-12-31')
  const head = await world.as({ role: 'head-pharmacist', groupingId })
  const auditor = await world.as({ role: 'auditor', groupingId })
  const member = await world.as({ role: 'requester', groupingId, establishmentId })
  const stranger = (await administered()).ctx
  const fromOn = day('2027-01-01')
  const wish = { groupingId, establishmentId, fromOn, activities: [] }
  const codes = (ctx: typeof head) =>
    Promise.all([
      codeOf(createEstablishment(ctx, site(groupingId))),
      codeOf(addMembership(ctx, wish)),
      codeOf(endMembership(ctx, membershipId, { toOn })),
    ])

  expect(await codes(head)).toEqual(['forbidden', 'forbidden', 'forbidden'])
  expect(await codes(auditor)).toEqual(['forbidden', 'forbidden', 'forbidden'])
  expect(await codes(member)).toEqual(['not-found', 'not-found', 'not-found'])
  expect(await codes(stranger)).toEqual(['not-found', 'not-found', 'not-found'])
})

test('a member sees its own membership, the hub sees all, another grouping none, whatever the SQL', async () => {
  const { groupingId, ctx } = await administered()
  const mine = await createEstablishment(ctx, site(groupingId))
  await createEstablishment(ctx, site(groupingId))
  const member = await world.as({ role: 'requester', groupingId, establishmentId: mine.id })
  const stranger = (await administered()).ctx
  const seenBy = (who: typeof ctx) =>
    inReadTransaction(who, async (tx) => [
      (await tx.membership.findMany({ where: { groupingId } })).length,
      (
        await tx.$queryRaw<
          unknown[]
        >`select * from membership where grouping_id = ${groupingId}::uuid`
      ).length,
    ])

  expect(await seenBy(ctx)).toEqual([2, 2])
  expect(await seenBy(member)).toEqual([1, 1])
  expect(await seenBy(stranger)).toEqual([0, 0])
})
