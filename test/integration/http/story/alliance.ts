import { gs1CheckDigit, hasLuhnKey } from '../../../../src/kernel/codes.js'
import type { GroupingId } from '../../../../src/kernel/ids.js'
import type { Role } from '../../../../src/kernel/roles.js'
import { createFirstAdministrator, createGrouping } from '../../../../src/members/index.js'
import {
  CareUnitView,
  DeliveryPointView,
  EstablishmentView,
  GroupingView,
  MembershipView,
} from '../../../../src/members/schema.js'
import { RoleGrantView, UserView } from '../../../../src/members/user-schema.js'
import type { Caller } from '../../../builders/caller.js'
import { type HttpWorld, PASSWORD } from '../../../builders/http.js'

export interface Site {
  readonly establishmentId: string
  readonly deliveryPointId: string
  readonly careUnitId: string
}

const CAST = [
  'administrator',
  'head-pharmacist',
  'pharmacist',
  'preparer',
  'requester',
  'receiver',
  'courier',
  'dispatcher',
  'lab-technician',
  'biologist',
  'finance-controller',
  'auditor',
] as const satisfies readonly Role[]
const AT_A_SITE: readonly Role[] = ['requester', 'receiver']
const IN_THE_LABORATORY: readonly Role[] = ['lab-technician', 'biologist']
const IN_BOTH: readonly Role[] = ['requester', 'courier', 'dispatcher', 'auditor']

/** A pharmacy and a laboratory shared by the same two members, run from one hub. */
export interface Alliance {
  readonly world: HttpWorld
  readonly pharmacyId: GroupingId
  readonly laboratoryId: GroupingId
  readonly hub: Site
  readonly alpha: Site
  readonly beta: Site
  /** One person for each role; the requester and the receiver are of Alpha. */
  readonly cast: Readonly<Record<Role, Caller>>
  /** Orders and signs for Beta. */
  readonly betaRequester: Caller
}

let numbers = 0

function finess(): string {
  numbers += 1
  const body = `9200${String(numbers).padStart(4, '0')}`
  const key = [...'0123456789'].find((digit) => hasLuhnKey(`${body}${digit}`))
  return `${body}${key}`
}

export function gtin(): string {
  numbers += 1
  const body = `03400930${String(numbers).padStart(5, '0')}`
  return `${body}${gs1CheckDigit(body)}`
}

/** Founds the groupings from the command line; everything else is said by administrators over HTTP. */
export async function foundAlliance(world: HttpWorld): Promise<Alliance> {
  const pharmacy = await found(world, 'pharmacy')
  const laboratory = await found(world, 'laboratory')
  const { administrator } = pharmacy
  const hub = await enterSite(administrator, pharmacy.groupingId, 'Plateforme')
  const alpha = await enterSite(administrator, pharmacy.groupingId, 'Clinique Alpha')
  const beta = await enterSite(administrator, pharmacy.groupingId, 'EHPAD Bêta')
  await administrator.patch(`/groupings/${pharmacy.groupingId}`, GroupingView, {
    hubEstablishmentId: hub.establishmentId,
  })
  for (const { finessEt } of [hub, alpha, beta]) {
    await laboratory.administrator.post('/memberships', MembershipView, {
      ...{ groupingId: laboratory.groupingId, finessEt, fromOn: '2025-01-01' },
    })
  }
  await laboratory.administrator.patch(`/groupings/${laboratory.groupingId}`, GroupingView, {
    hubEstablishmentId: hub.establishmentId,
  })

  const enter = (role: Role, site: Site) => enterPerson(world, { pharmacy, laboratory, role, site })
  const people = await Promise.all(
    CAST.map(async (role): Promise<[Role, Caller]> => [role, await enter(role, alpha)]),
  )
  return {
    world,
    pharmacyId: pharmacy.groupingId,
    laboratoryId: laboratory.groupingId,
    ...{ hub, alpha, beta },
    cast: castOf(people),
    betaRequester: await enter('requester', beta),
  }
}

/** Every role is in CAST: TypeScript cannot see it through `Object.fromEntries`. */
const castOf = (people: readonly [Role, Caller][]) =>
  Object.fromEntries(people) as Record<Role, Caller>

interface Founded {
  readonly groupingId: GroupingId
  readonly administrator: Caller
}

async function found(world: HttpWorld, kind: 'pharmacy' | 'laboratory'): Promise<Founded> {
  const { db, clock } = world
  numbers += 1
  const { id: groupingId } = await createGrouping(db, clock.now, {
    kind,
    code: `${kind === 'pharmacy' ? 'PUI' : 'LBM'}-${numbers}`,
    name: kind === 'pharmacy' ? 'PUI des Deux Rives' : 'LBM des Deux Rives',
    legalForm: 'groupement de coopération sanitaire',
    address: '1 rue de l’Essai, 92150 Suresnes',
    phone: '01 00 00 00 00',
    legalMention: 'Exonération de TVA, article 261 B du CGI',
    responsibleName: 'Dominique Gérant',
    responsiblePhone: '01 00 00 00 01',
  })
  const email = `direction.${kind}.${numbers}@exemple.fr`
  const account = { groupingId, email, displayName: 'Dominique Gérant', password: PASSWORD }
  await createFirstAdministrator({ db, clock: clock.now }, account)
  return { groupingId, administrator: await world.signIn(email) }
}

async function enterSite(administrator: Caller, groupingId: GroupingId, name: string) {
  const finessEt = finess()
  const { id: establishmentId } = await administrator.post('/establishments', EstablishmentView, {
    ...{ groupingId, name, shortName: name, kind: 'MCO', finessEt, fromOn: '2025-01-01' },
    ...{ addressLine: '2 rue de l’Essai', postalCode: '92400', town: 'Courbevoie' },
  })
  const path = `/establishments/${establishmentId}`
  const unit = await administrator.post(`${path}/care-units`, CareUnitView, {
    code: 'UF1',
    name: 'Unité Mimosas',
  })
  const point = await administrator.post(`${path}/delivery-points`, DeliveryPointView, {
    ...{ name: 'Quai', opensAt: '06:00', closesAt: '20:00' },
  })
  return { establishmentId, finessEt, careUnitId: unit.id, deliveryPointId: point.id }
}

interface Post {
  readonly pharmacy: Founded
  readonly laboratory: Founded
  readonly role: Role
  readonly site: Site
}

async function enterPerson(
  world: HttpWorld,
  { pharmacy, laboratory, role, site }: Post,
): Promise<Caller> {
  numbers += 1
  const email = `${role}.${numbers}@exemple.fr`
  const home = IN_THE_LABORATORY.includes(role) ? laboratory : pharmacy
  const { establishmentId } = site
  const grant = { role, ...(AT_A_SITE.includes(role) && { establishmentId }) }
  await home.administrator.post('/users', UserView, {
    ...{ groupingId: home.groupingId, email, password: PASSWORD, roles: [grant] },
    displayName: `Camille ${role}`,
  })
  if (IN_BOTH.includes(role)) {
    await laboratory.administrator.post('/users/grants', RoleGrantView, {
      ...{ groupingId: laboratory.groupingId, email, ...grant },
    })
  }
  return world.signIn(email)
}

/** The same people, once their sessions have ended. */
export async function signedInAgain(former: Alliance): Promise<Alliance> {
  const { world } = former
  const entries = Object.entries(former.cast)
  const people = await Promise.all(
    entries.map(async ([role, { email }]) => [role, await world.signIn(email)] as const),
  )
  return {
    ...former,
    cast: { ...former.cast, ...Object.fromEntries(people) },
    betaRequester: await world.signIn(former.betaRequester.email),
  }
}
