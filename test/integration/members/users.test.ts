import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { type GroupingId, RoleGrantId, UserId } from '../../../src/kernel/ids.js'
import { disableUser } from '../../../src/members/disable-user.js'
import { enableUser } from '../../../src/members/enable-user.js'
import { grantRoleByEmail } from '../../../src/members/grant-role.js'
import {
  createFirstAdministrator,
  createGrouping,
  createUser,
  grantRole,
} from '../../../src/members/index.js'
import { resetPassword } from '../../../src/members/reset-password.js'
import { revokeRole } from '../../../src/members/revoke-role.js'
import { CreateUserInput, GrantRoleInput } from '../../../src/members/user-schema.js'
import { listUsers } from '../../../src/members/users.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
import { openWorld, type World, withKey } from '../../builders/world.js'
import { codeOf, refusalOf } from './refusal.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const PASSWORD = 'Comprimés-2026!'
const PAGE = { limit: 50 }
let people = 0

const newcomer = (groupingId: GroupingId, more: object = {}) => {
  people += 1
  return CreateUserInput.parse({
    groupingId,
    email: `Nouveau.${people}@Exemple.fr`,
    displayName: `Nouveau ${people}`,
    password: PASSWORD,
    roles: [{ role: 'preparer' }],
    ...more,
  })
}

async function administered() {
  const groupingId = await world.given.grouping()
  return { groupingId, ctx: await world.as({ role: 'administrator', groupingId }) }
}

test('a grouping is founded by the installation, with a first administrator who can begin', async () => {
  const { id, code } = await createGrouping(world.db, world.clock.now, {
    kind: 'pharmacy',
    code: 'PUI-92',
    name: 'PUI mutualisée',
    legalForm: 'groupement de coopération sanitaire',
    address: '40 rue Worth, 92150 Suresnes',
    phone: '01 46 25 20 00',
    legalMention: 'Exonération de TVA, article 261 B du CGI',
    responsibleName: 'Dominique Gérant',
    responsiblePhone: '01 46 25 20 01',
  })
  const first = await createFirstAdministrator(
    { db: world.db, clock: world.clock.now },
    { groupingId: id, email: 'Direction@exemple.fr', displayName: 'Direction', password: PASSWORD },
  )

  expect(code).toBe('PUI-92')
  expect(first).toMatchObject({ email: 'direction@exemple.fr', hasPassword: true })
  expect(first.grants).toMatchObject([{ role: 'administrator', groupingName: 'PUI mutualisée' }])
  const trail = await world.owner.prisma.auditEntry.findMany({ where: { groupingId: id } })
  expect(trail.map(({ action, actorKind }) => `${actorKind} ${action}`)).toEqual([
    'job grouping.created',
    'job user.created',
    'job role.granted',
  ])
})

test('a person is entered with dated roles; nothing of the password comes back', async () => {
  const { groupingId, ctx } = await administered()
  const { establishmentId } = await world.given.member(groupingId)

  const view = await createUser(
    ctx,
    newcomer(groupingId, {
      roles: [
        { role: 'preparer', fromOn: '2026-04-01', toOn: '2026-09-30' },
        { role: 'requester', establishmentId },
      ],
    }),
  )

  expect(view).toMatchObject({ kind: 'person', hasPassword: true, hasSecondFactor: false })
  expect(view.email).toBe(`nouveau.${people}@exemple.fr`)
  expect(view.grants).toMatchObject([
    { role: 'preparer', fromOn: '2026-04-01', toOn: '2026-09-30' },
    { role: 'requester', establishmentId, fromOn: '2026-03-12' },
  ])
  expect(JSON.stringify(view)).not.toContain('argon2')
})

test('neither the password nor a fast digest of it is kept for an idempotency key', async () => {
  const { groupingId, ctx } = await administered()

  await createUser(withKey(ctx, 'create-user-1'), newcomer(groupingId))

  expect(await world.owner.prisma.idempotencyRecord.count()).toBe(0)
})

test('a weak password, no role, a machine with a password: each names its field', async () => {
  const { groupingId, ctx } = await administered()
  const pathsOf = (more: object) => {
    const parsed = CreateUserInput.safeParse({
      groupingId,
      email: 'x@exemple.fr',
      displayName: 'X',
      roles: [{ role: 'preparer' }],
      ...more,
    })
    return parsed.error?.issues.map(({ path }) => path.join('.'))
  }

  const weak = await refusalOf(createUser(ctx, newcomer(groupingId, { password: 'pharmacie' })))
  expect(weak.details['weaknesses']).toEqual(['too-short', 'no-uppercase', 'no-digit'])
  expect(pathsOf({ roles: [] })).toEqual(['roles'])
  expect(pathsOf({ email: undefined })).toEqual(['email'])
  expect(pathsOf({ kind: 'machine' })).toEqual(['kind'])
  expect(pathsOf({ roles: [{ role: 'requester' }] })).toEqual(['roles.0.establishmentId'])
  const atSite = [{ role: 'administrator', establishmentId: groupingId }]
  expect(pathsOf({ roles: atSite })).toEqual(['roles.0.establishmentId'])
})

test('an e-mail is one account, whichever grouping entered it', async () => {
  const here = await administered()
  const there = await administered()
  const person = newcomer(here.groupingId)
  await createUser(here.ctx, person)

  const again = createUser(there.ctx, { ...person, groupingId: there.groupingId })

  expect(await codeOf(again)).toBe('duplicate')
})

test('a refused role leaves no account behind', async () => {
  const { groupingId, ctx } = await administered()
  const { establishmentId } = await world.given.establishment()
  const person = newcomer(groupingId, { roles: [{ role: 'receiver', establishmentId }] })

  expect(await codeOf(createUser(ctx, person))).toBe('not-found')

  expect(await world.owner.prisma.appUser.count({ where: { email: person.email ?? '' } })).toBe(0)
})

test('only an administrator grants, in their own grouping alone', async () => {
  const here = await administered()
  const there = await administered()
  const user = await createUser(here.ctx, newcomer(here.groupingId))
  const head = await world.as({ role: 'head-pharmacist', groupingId: here.groupingId })
  const wish = { groupingId: here.groupingId, role: 'auditor' } as const
  const elsewhere = { groupingId: there.groupingId, role: 'administrator' } as const

  expect(await codeOf(grantRole(head, user.id, wish))).toBe('forbidden')
  expect(await codeOf(grantRole(there.ctx, user.id, wish))).toBe('not-found')
  expect(await codeOf(grantRole(here.ctx, user.id, elsewhere))).toBe('not-found')
  expect(await codeOf(grantRole(there.ctx, user.id, elsewhere))).toBe('not-found')
  expect(await codeOf(createUser(head, newcomer(here.groupingId)))).toBe('forbidden')
  expect((await grantRole(here.ctx, user.id, wish)).role).toBe('auditor')
})

test('the same role is not granted twice over the same days', async () => {
  const { groupingId, ctx } = await administered()
  const user = await createUser(ctx, newcomer(groupingId))
  const later = calendarDate('2026-06-01')

  const twice = grantRole(ctx, user.id, { groupingId, role: 'preparer', fromOn: later })
  expect(await codeOf(twice)).toBe('duplicate')
  const backwards = GrantRoleInput.safeParse({
    ...{ groupingId, role: 'courier', fromOn: '2026-06-02', toOn: '2026-06-01' },
  })
  expect(backwards.error?.issues[0]?.path).toEqual(['toOn'])
})

test('a revoked role no longer counts, or counts to the day chosen', async () => {
  const { groupingId, ctx } = await administered()
  const user = await createUser(ctx, newcomer(groupingId))
  const granted = await grantRole(ctx, user.id, { groupingId, role: 'courier' })
  const revoke = (toOn?: string) =>
    revokeRole(
      ctx,
      { userId: user.id, roleGrantId: granted.id },
      toOn === undefined ? {} : { toOn: calendarDate(toOn) },
    )

  expect((await revoke('2026-03-31')).toOn).toBe('2026-03-31')
  expect(await codeOf(revoke('2026-03-11'))).toBe('invalid-input')
  const atOnce = await revoke()
  expect(atOnce).toMatchObject({ fromOn: '2026-03-12', toOn: '2026-03-11' })
  const again = await grantRole(ctx, user.id, { groupingId, role: 'courier' })
  expect(again).toMatchObject({ fromOn: '2026-03-12' })
  const last = await world.owner.prisma.auditEntry.findFirstOrThrow({
    where: { groupingId, action: 'role.revoked' },
    orderBy: { id: 'desc' },
  })
  expect(last.details).toMatchObject({ fromOn: '2026-03-12', lastDay: '2026-03-11' })
})

test('the last administrator of a grouping stays', async () => {
  const { groupingId, ctx } = await administered()
  const mine = await world.owner.prisma.roleGrant.findFirstOrThrow({ where: { groupingId } })
  const target = { userId: UserId.parse(mine.userId), roleGrantId: RoleGrantId.parse(mine.id) }

  expect(await codeOf(revokeRole(ctx, target, {}))).toBe('wrong-state')
  const second = await createUser(ctx, newcomer(groupingId, { roles: [{ role: 'administrator' }] }))
  expect((await revokeRole(ctx, target, {})).toOn).toBe('2026-03-11')
  expect(second.grants).toHaveLength(1)
})

test('a colleague of another grouping is found by e-mail, and their account stays out of reach', async () => {
  const here = await administered()
  const there = await administered()
  const person = newcomer(there.groupingId)
  const user = await createUser(there.ctx, person)
  const wish = { groupingId: here.groupingId, role: 'biologist' } as const

  const unknown = grantRoleByEmail(here.ctx, { ...wish, email: 'personne@exemple.fr' })
  expect(await codeOf(unknown)).toBe('not-found')
  expect(await codeOf(disableUser(here.ctx, user.id))).toBe('not-found')
  const granted = await grantRoleByEmail(here.ctx, { ...wish, email: person.email ?? '' })

  expect(granted.userId).toBe(user.id)
  expect(await codeOf(disableUser(here.ctx, user.id))).toBe('forbidden')
  expect(await codeOf(resetPassword(here.ctx, user.id, { password: 'Autre-mot-2026!' }))).toBe(
    'forbidden',
  )
  const { items } = await listUsers(here.ctx, { groupingId: here.groupingId, ...PAGE })
  const seen = items.find(({ id }) => id === user.id)
  expect(seen?.grants.map(({ groupingId }) => groupingId)).toEqual([here.groupingId])
})

test('an account is closed with its sessions, and opened again; nobody closes their own', async () => {
  const { groupingId, ctx } = await administered()
  const user = await createUser(ctx, newcomer(groupingId))
  await world.owner.prisma.session.create({
    data: { id: `s-${user.id}`, userId: user.id, createdAt: new Date(), lastSeenAt: new Date() },
  })

  const closed = await disableUser(ctx, user.id)
  expect(closed.disabledAt).toBe(world.clock.now().toISOString())
  const sessions = await world.owner.prisma.session.findMany({ where: { userId: user.id } })
  expect(sessions.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
  expect(await enableUser(ctx, user.id)).not.toHaveProperty('disabledAt')
  expect(await codeOf(disableUser(ctx, ctx.actor.userId))).toBe('wrong-state')
  const auditor = await world.as({ role: 'auditor', groupingId })
  expect(await codeOf(disableUser(auditor, user.id))).toBe('forbidden')
  expect(await codeOf(enableUser(auditor, user.id))).toBe('forbidden')
})

test('a lost password is replaced, with the second factor that went with the telephone', async () => {
  const { groupingId, ctx } = await administered()
  const user = await createUser(ctx, newcomer(groupingId))
  await world.owner.prisma.appUser.update({
    where: { id: user.id },
    data: { totpSecret: 'x', totpConfirmedAt: new Date() },
  })

  const view = await resetPassword(ctx, user.id, { password: 'Autre-mot-2026!' })

  expect(view).toMatchObject({ hasPassword: true, hasSecondFactor: false })
  expect(await codeOf(resetPassword(ctx, user.id, { password: 'faible' }))).toBe('invalid-input')
})

test('the list of people is for those who manage them or give them work', async () => {
  const { groupingId, ctx } = await administered()
  await createUser(ctx, newcomer(groupingId))
  const { establishmentId } = await world.given.member(groupingId)
  const as = (role: 'auditor' | 'courier' | 'dispatcher') => world.as({ role, groupingId })

  expect(
    (await listUsers(await as('auditor'), { groupingId, ...PAGE })).items.length,
  ).toBeGreaterThan(1)
  expect((await listUsers(await as('dispatcher'), { groupingId, ...PAGE })).items).toBeDefined()
  expect(await codeOf(listUsers(await as('courier'), { groupingId, ...PAGE }))).toBe('forbidden')
  const member = await world.as({ role: 'requester', groupingId, establishmentId })
  expect(await codeOf(listUsers(member, { groupingId, ...PAGE }))).toBe('not-found')
  const page = await listUsers(ctx, { groupingId, limit: 1 })
  const next = await listUsers(ctx, { groupingId, limit: 1, cursor: page.nextCursor })
  expect(next.items[0]?.id).not.toBe(page.items[0]?.id)
})

test('people and roles of another grouping are invisible and untouchable, even in plain SQL', async () => {
  const here = await administered()
  const there = await administered()
  const user = await createUser(there.ctx, newcomer(there.groupingId))
  const found = await inReadTransaction(here.ctx, async (tx) => ({
    people: await tx.$queryRaw<unknown[]>`select * from app_user where id = ${user.id}::uuid`,
    roles: await tx.$queryRaw<unknown[]>`select * from role_grant where user_id = ${user.id}::uuid`,
    changed:
      await tx.$executeRaw`update app_user set display_name = 'x' where id = ${user.id}::uuid`,
    ended:
      await tx.$executeRaw`update role_grant set to_on = from_on where user_id = ${user.id}::uuid`,
  }))
  const smuggled = inReadTransaction(
    here.ctx,
    (tx) => tx.$executeRaw`
      insert into role_grant (id, user_id, role, grouping_id, from_on, created_at)
      values (gen_random_uuid(), ${here.ctx.actor.userId}::uuid, 'administrator',
        ${there.groupingId}::uuid, '2026-01-01', now())`,
  )

  expect(found).toEqual({ people: [], roles: [], changed: 0, ended: 0 })
  await expect(smuggled).rejects.toThrow(/row-level security/)
})
