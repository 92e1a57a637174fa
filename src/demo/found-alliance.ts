import { hashPassword } from '../access/index.js'
import { type CalendarDate, calendarDate, localTime } from '../kernel/calendar.js'
import {
  CareUnitId,
  DeliveryPointId,
  EstablishmentId,
  type GroupingId,
  newId,
  UserId,
} from '../kernel/ids.js'
import { Role } from '../kernel/roles.js'
import {
  addCareUnit,
  addDeliveryPoint,
  addMembership,
  CreateEstablishmentInput,
  changeGrouping,
  createEstablishment,
  createGrouping,
  enterRole,
  founding,
} from '../members/index.js'
import { asSystem } from '../platform/db/transaction.js'
import type { Runtime } from '../start/runtime.js'
import { Cast, type Groupings } from './cast.js'
import { ACCOUNTS } from './data/accounts.js'
import { type DemoEstablishment, ESTABLISHMENTS, type EstablishmentKey } from './data/alliance.js'
import type { SimClock } from './sim-clock.js'

/** One password for every demo account; the accounts exist only in demo databases and sign in only in demo mode. */
export const DEMO_PASSWORD = 'Navette-Demo-2026'
export const DEMO_DOMAIN = 'navette.demo'

export interface Site {
  readonly key: EstablishmentKey
  readonly establishmentId: EstablishmentId
  readonly deliveryPointId: DeliveryPointId
  readonly careUnitIds: readonly CareUnitId[]
  readonly beds: number
}

export interface Alliance {
  readonly groupings: Groupings
  readonly sites: ReadonlyMap<EstablishmentKey, Site>
  readonly cast: Cast
}

/** Members and the first day of each membership, per grouping. */
export interface MembershipPlan {
  readonly pharmacy: ReadonlyArray<readonly [EstablishmentKey, CalendarDate]>
  readonly laboratory: ReadonlyArray<readonly [EstablishmentKey, CalendarDate]>
}

const LEGAL_MENTION =
  'Exonération de TVA : groupement de moyens, article 261 B du CGI (livre II du CIBS). Remboursement exact de la quote-part des dépenses communes.'

/** Founds both groupings with their members, sites and people, as an installation does on its first day. */
export async function foundAlliance(
  runtime: Runtime,
  clock: SimClock,
  plan: MembershipPlan,
): Promise<Alliance> {
  const { db, log } = runtime
  const groupings = {
    pharmacy: await foundPharmacy(runtime, clock),
    laboratory: await foundLaboratory(runtime, clock),
  }
  const users = await enterPeople(runtime, clock, groupings)
  const establishments = new Map<EstablishmentKey, EstablishmentId>()
  const cast = new Cast({ db, log, clock: clock.now, groupings, establishments, users })
  await grantRoles(runtime, { clock, groupings, users, establishments })

  const sites = await enterMembers(cast, groupings, plan)
  for (const { key, establishmentId } of sites.values()) establishments.set(key, establishmentId)
  await grantRoles(runtime, { clock, groupings, users, establishments })
  await nameHubs(cast, groupings, sites)
  await enterNeighbours(runtime, clock, plan)
  return { groupings, sites, cast }
}

/** Enters every site once, with a membership in each grouping it takes part in. */
async function enterMembers(
  cast: Cast,
  groupings: Groupings,
  plan: MembershipPlan,
): Promise<ReadonlyMap<EstablishmentKey, Site>> {
  const sites = new Map<EstablishmentKey, Site>()
  for (const kind of ['pharmacy', 'laboratory'] as const) {
    const groupingId = groupings[kind]
    const activity = activityOf(kind)
    for (const [key, fromOn] of plan[kind]) {
      const known = sites.get(key)
      if (known === undefined) {
        sites.set(key, await enterSite(cast, groupingId, { key, fromOn, activity }))
        continue
      }
      const { establishmentId } = known
      const membership = { groupingId, establishmentId, fromOn, activities: [activity] }
      await addMembership(cast.as('admin'), membership)
    }
  }
  return sites
}

async function nameHubs(
  cast: Cast,
  { pharmacy, laboratory }: Groupings,
  sites: ReadonlyMap<EstablishmentKey, Site>,
): Promise<void> {
  const hub = sites.get('foch')
  if (hub === undefined) return
  for (const groupingId of [pharmacy, laboratory]) {
    await changeGrouping(cast.as('admin'), groupingId, { hubEstablishmentId: hub.establishmentId })
  }
}

/** The alliance's other establishments: in no grouping, so nobody sees them until one takes them in by its FINESS number. */
async function enterNeighbours(
  { db }: Runtime,
  clock: SimClock,
  { pharmacy, laboratory }: MembershipPlan,
): Promise<void> {
  const members = new Set([...pharmacy, ...laboratory].map(([key]) => key))
  await asSystem(db, (tx) =>
    tx.establishment.createMany({
      data: ESTABLISHMENTS.filter(({ key }) => !members.has(key)).map(
        ({ key: _key, beds: _beds, units: _units, dock: _dock, ...facts }) => ({
          ...facts,
          id: newId(EstablishmentId),
          createdAt: clock.now(),
        }),
      ),
    }),
  )
}

const activityOf = (kind: keyof MembershipPlan): string =>
  kind === 'pharmacy' ? 'approvisionnement' : 'biologie'

async function foundPharmacy({ db }: Runtime, clock: SimClock): Promise<GroupingId> {
  const { id } = await createGrouping(db, clock.now, {
    kind: 'pharmacy',
    code: 'PUI',
    name: 'GCS Pharmacie de l’Alliance',
    legalForm: 'groupement de coopération sanitaire',
    address: '40 rue Worth, 92150 Suresnes',
    phone: '01 99 00 11 00',
    legalMention: LEGAL_MENTION,
    responsibleName: 'Hélène Marchand',
    responsiblePhone: '01 99 00 11 01',
    isDemo: true,
  })
  return id
}

async function foundLaboratory({ db }: Runtime, clock: SimClock): Promise<GroupingId> {
  const { id } = await createGrouping(db, clock.now, {
    kind: 'laboratory',
    code: 'LBM',
    name: 'GCS Laboratoire de l’Alliance',
    legalForm: 'groupement de coopération sanitaire',
    address: '40 rue Worth, 92150 Suresnes',
    phone: '01 99 00 12 00',
    legalMention: LEGAL_MENTION,
    responsibleName: 'Étienne Faure',
    responsiblePhone: '01 99 00 12 01',
    isDemo: true,
  })
  return id
}

/** Accounts flagged as demo: sign-in refuses them anywhere else. */
async function enterPeople(
  { db }: Runtime,
  clock: SimClock,
  { pharmacy }: Groupings,
): Promise<ReadonlyMap<string, UserId>> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const users = new Map(ACCOUNTS.map(({ login }) => [login, newId(UserId)]))
  await founding({ db, clock: clock.now }, pharmacy, (tx) =>
    tx.appUser.createMany({
      data: ACCOUNTS.map(({ login, displayName, jobTitle }) => ({
        id: users.get(login) ?? '',
        email: `${login}@${DEMO_DOMAIN}`,
        displayName,
        jobTitle,
        passwordHash,
        isDemo: true,
        createdAt: clock.now(),
      })),
    }),
  )
  return users
}

interface NewRole {
  readonly userId: UserId
  readonly role: Role
  readonly at: EstablishmentKey | undefined
}

function rolesIn(kind: keyof Groupings, users: ReadonlyMap<string, UserId>): NewRole[] {
  return ACCOUNTS.flatMap(({ login, roles }) =>
    roles
      .filter(({ grouping }) => grouping === 'both' || grouping === kind)
      .flatMap(({ role, at }) => {
        const userId = users.get(login)
        return userId === undefined ? [] : [{ userId, role: Role.parse(role), at }]
      }),
  )
}

interface RolesToGrant {
  readonly clock: SimClock
  readonly groupings: Groupings
  readonly users: ReadonlyMap<string, UserId>
  /** Empty for the roles of the hub; otherwise the sites whose own roles are granted. */
  readonly establishments: ReadonlyMap<EstablishmentKey, EstablishmentId>
}

/** Grants the hub's roles while no site exists, then those of the sites. */
async function grantRoles(
  { db }: Runtime,
  { clock, groupings, users, establishments }: RolesToGrant,
): Promise<void> {
  for (const kind of ['pharmacy', 'laboratory'] as const) {
    const groupingId = groupings[kind]
    await founding({ db, clock: clock.now }, groupingId, async (tx, ctx) => {
      for (const { userId, role, at } of rolesIn(kind, users)) {
        const establishmentId = at === undefined ? undefined : establishments.get(at)
        const isDue = establishments.size === 0 ? at === undefined : establishmentId !== undefined
        if (isDue) await enterRole(tx, ctx, { groupingId, userId, role, establishmentId })
      }
    })
  }
}

async function enterSite(
  cast: Cast,
  groupingId: GroupingId,
  { key, fromOn, activity }: { key: EstablishmentKey; fromOn: CalendarDate; activity: string },
): Promise<Site> {
  const facts = establishmentOf(key)
  const { key: _key, beds: _beds, units: _units, dock: _dock, ...fields } = facts
  const admin = cast.as('admin')
  const input = CreateEstablishmentInput.parse({
    ...fields,
    groupingId,
    fromOn,
    activities: [activity],
  })
  const { id } = await createEstablishment(admin, input)
  const establishmentId = EstablishmentId.parse(id)
  const point = await addDeliveryPoint(admin, establishmentId, {
    name: facts.dock,
    instructions: '',
    opensAt: localTime('06:00'),
    closesAt: localTime('20:00'),
  })
  const careUnitIds: CareUnitId[] = []
  for (const unit of facts.units) {
    careUnitIds.push(CareUnitId.parse((await addCareUnit(admin, establishmentId, unit)).id))
  }
  return {
    key,
    establishmentId,
    deliveryPointId: DeliveryPointId.parse(point.id),
    careUnitIds,
    beds: facts.beds,
  }
}

function establishmentOf(key: EstablishmentKey): DemoEstablishment {
  const found = ESTABLISHMENTS.find((one) => one.key === key)
  if (found === undefined) throw new RangeError(`No demo establishment ${key}`)
  return found
}

/** Long before the story: those who were members from the start. */
export const FOUNDED_ON = calendarDate('2017-09-01')
