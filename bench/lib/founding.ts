import { randomUUID } from 'node:crypto'
import { EstablishmentId, GroupingId, UserId } from '../../src/kernel/ids.js'
import type { Role } from '../../src/kernel/roles.js'
import type { Database } from '../../src/platform/db/client.js'

const BEGINNING = new Date('2020-01-01T00:00:00Z')

export interface Founded {
  readonly groupingId: GroupingId
  readonly members: readonly { establishmentId: EstablishmentId; deliveryPointId: string }[]
}

/** A pharmacy and its members, straight into the tables. */
export async function foundGrouping({ prisma }: Database, members: number): Promise<Founded> {
  const groupingId = GroupingId.parse(randomUUID())
  const createdAt = BEGINNING
  await prisma.grouping.create({
    data: {
      id: groupingId,
      kind: 'pharmacy',
      code: 'BENCH',
      name: 'PUI d’essai',
      legalForm: 'groupement de coopération sanitaire',
      address: '1 rue de l’Essai, 92150 Suresnes',
      phone: '01 00 00 00 00',
      legalMention: 'Exonération de TVA, article 261 B du CGI',
      responsibleName: 'Dominique Gérant',
      responsiblePhone: '01 00 00 00 01',
      createdAt,
    },
  })
  const founded: { establishmentId: EstablishmentId; deliveryPointId: string }[] = []
  for (let order = 1; order <= members; order++) {
    const [establishmentId, deliveryPointId] = [randomUUID(), randomUUID()]
    await prisma.establishment.create({
      data: {
        id: establishmentId,
        name: `Établissement ${order}`,
        shortName: `Établissement ${order}`,
        kind: 'EHPAD',
        addressLine: '2 rue de l’Essai',
        postalCode: '92400',
        town: 'Courbevoie',
        createdAt,
        deliveryPoints: {
          create: { id: deliveryPointId, name: 'Quai', opensAt: '06:00', closesAt: '20:00' },
        },
      },
    })
    await prisma.membership.create({
      data: {
        id: randomUUID(),
        groupingId,
        establishmentId,
        fromOn: BEGINNING,
        memberOrder: order,
        createdAt,
      },
    })
    founded.push({ establishmentId: EstablishmentId.parse(establishmentId), deliveryPointId })
  }
  return { groupingId, members: founded }
}

/** A person with one role in the whole grouping. */
export async function foundUser(
  { prisma }: Database,
  groupingId: GroupingId,
  role: Role,
): Promise<UserId> {
  const id = UserId.parse(randomUUID())
  const createdAt = BEGINNING
  await prisma.appUser.create({
    data: { id, email: `${id}@exemple.fr`, displayName: 'Camille Essai', createdAt },
  })
  await prisma.roleGrant.create({
    data: { id: randomUUID(), userId: id, role, groupingId, fromOn: BEGINNING, createdAt },
  })
  return id
}
