import { type CalendarDate, calendarDate, dateColumn } from '../../src/kernel/calendar.js'
import {
  CareUnitId,
  DeliveryPointId,
  EstablishmentId,
  GroupingId,
  MembershipId,
  newId,
  PresentationId,
  ProductId,
  RoleGrantId,
  UserId,
} from '../../src/kernel/ids.js'
import type { PrismaClient } from '../../src/platform/db/generated/client.js'
import type { RoleWish, TestClock } from './world.js'

let made = 0
const next = (): number => {
  made += 1
  return made
}

const EAN_WEIGHTS = [1, 3] as const

function ean13(twelve: string): string {
  const sum = [...twelve].reduce((total, d, i) => total + Number(d) * (EAN_WEIGHTS[i % 2] ?? 1), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}

const BEGINNING = calendarDate('2020-01-01')

export interface GivenMember {
  readonly establishmentId: EstablishmentId
  readonly deliveryPointId: DeliveryPointId
  readonly careUnitId: CareUnitId
}

/** Puts the facts a story needs straight into the database, as the owner. Mention only what matters. */
export class Given {
  readonly #prisma: PrismaClient
  readonly #clock: TestClock

  constructor(prisma: PrismaClient, clock: TestClock) {
    this.#prisma = prisma
    this.#clock = clock
  }

  async grouping({
    kind = 'pharmacy',
  }: {
    kind?: 'pharmacy' | 'laboratory'
  } = {}): Promise<GroupingId> {
    const id = newId(GroupingId)
    await this.#prisma.grouping.create({
      data: {
        id,
        kind,
        code: `G${next()}`,
        name: kind === 'pharmacy' ? 'PUI d’essai' : 'LBM d’essai',
        legalForm: 'groupement de coopération sanitaire',
        address: '1 rue de l’Essai, 92150 Suresnes',
        phone: '01 00 00 00 00',
        legalMention: 'Exonération de TVA, article 261 B du CGI',
        responsibleName: 'Dominique Gérant',
        responsiblePhone: '01 00 00 00 01',
        createdAt: this.#clock.now(),
      },
    })
    return id
  }

  /** An establishment with one delivery point and one care unit, not yet member of anything. */
  async establishment(name = `Établissement ${next()}`): Promise<GivenMember> {
    const establishmentId = newId(EstablishmentId)
    const deliveryPointId = newId(DeliveryPointId)
    const careUnitId = newId(CareUnitId)
    const createdAt = this.#clock.now()
    await this.#prisma.establishment.create({
      data: {
        id: establishmentId,
        name,
        shortName: name,
        kind: 'EHPAD',
        addressLine: '2 rue de l’Essai',
        postalCode: '92400',
        town: 'Courbevoie',
        createdAt,
        deliveryPoints: {
          create: { id: deliveryPointId, name: 'Quai', opensAt: '06:00', closesAt: '20:00' },
        },
        careUnits: { create: { id: careUnitId, code: 'UF1', name: 'Unité Mimosas' } },
      },
    })
    return { establishmentId, deliveryPointId, careUnitId }
  }

  async membership(wish: {
    groupingId: GroupingId
    establishmentId: EstablishmentId
    fromOn?: CalendarDate
    toOn?: CalendarDate
  }): Promise<MembershipId> {
    const id = newId(MembershipId)
    await this.#prisma.membership.create({
      data: {
        id,
        groupingId: wish.groupingId,
        establishmentId: wish.establishmentId,
        fromOn: dateColumn(wish.fromOn ?? BEGINNING),
        toOn: wish.toOn === undefined ? null : dateColumn(wish.toOn),
        memberOrder: next(),
        createdAt: this.#clock.now(),
      },
    })
    return id
  }

  /** An establishment that is a member of `groupingId`. */
  async member(
    groupingId: GroupingId,
    dates: { fromOn?: CalendarDate; toOn?: CalendarDate } = {},
  ): Promise<GivenMember> {
    const member = await this.establishment()
    await this.membership({ groupingId, establishmentId: member.establishmentId, ...dates })
    return member
  }

  async user(displayName = 'Camille Essai'): Promise<UserId> {
    const id = newId(UserId)
    await this.#prisma.appUser.create({
      data: {
        id,
        email: `personne${next()}.${id}@exemple.fr`,
        displayName,
        createdAt: this.#clock.now(),
      },
    })
    return id
  }

  async grant({
    userId,
    role,
    groupingId,
    establishmentId,
  }: RoleWish & { userId: UserId }): Promise<void> {
    await this.#prisma.roleGrant.create({
      data: {
        id: newId(RoleGrantId),
        userId,
        role,
        groupingId,
        establishmentId: establishmentId ?? null,
        fromOn: dateColumn(BEGINNING),
        createdAt: this.#clock.now(),
      },
    })
  }

  /** A marketed medicine with one presentation of `unitsPerPack` and a valid CIP13 and GTIN. */
  async product(
    wish: {
      storageClass?: 'ambient' | 'cold' | 'frozen'
      isNarcotic?: boolean
      requiresFourEyes?: boolean
      unitsPerPack?: number
      minimumShelfLifeDays?: number
    } = {},
  ): Promise<ProductId> {
    const id = newId(ProductId)
    const number = next()
    const createdAt = this.#clock.now()
    const cip13 = ean13(`34009${String(number).padStart(7, '0')}`)
    await this.#prisma.product.create({
      data: {
        id,
        kind: 'medicine',
        denomination: `PRODUIT D’ESSAI ${number}`,
        storageClass: wish.storageClass ?? 'ambient',
        isNarcotic: wish.isNarcotic ?? false,
        requiresFourEyes: wish.requiresFourEyes ?? false,
        minimumShelfLifeDays: wish.minimumShelfLifeDays ?? 0,
        createdAt,
        updatedAt: createdAt,
        presentations: {
          create: {
            id: newId(PresentationId),
            cip13,
            gtin14: `0${cip13}`,
            label: 'boîte',
            unitsPerPack: wish.unitsPerPack ?? 1,
            createdAt,
            updatedAt: createdAt,
          },
        },
      },
    })
    return id
  }
}
