import { recordAudit } from '../audit/index.js'
import { dateColumn, dayOf, fromDateColumn } from '../kernel/calendar.js'
import { invalidField, notFound } from '../kernel/errors.js'
import {
  AllotmentId,
  CareUnitId,
  EstablishmentId,
  GroupingId,
  newId,
  ProductId,
} from '../kernel/ids.js'
import { memberOn } from '../members/index.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type {
  AllotmentList,
  AllotmentView,
  ListAllotmentsQuery,
  SetAllotmentInput,
} from './allotments-schema.js'

export const ALLOTMENT_KEEPERS = ['head-pharmacist', 'pharmacist'] as const

const PARTS = {
  careUnit: true,
  allotmentLines: { include: { product: true } },
} as const satisfies Prisma.AllotmentInclude
type AllotmentRow = Prisma.AllotmentGetPayload<{ include: typeof PARTS }>

/**
 * Sets the allotment (dotation) of a care unit from a day on: a new version, approved by a pharmacist
 * and a physician. Former versions stay, to tell what was in force when.
 * @throws DomainError `not-found` · `invalid-input` naming the field
 */
export async function setAllotment(ctx: Context, input: SetAllotmentInput): Promise<AllotmentView> {
  const { groupingId, careUnitId, lines, physicianName } = input
  requireRole(ctx, { groupingId }, ALLOTMENT_KEEPERS)
  return inTransaction(ctx, async (tx) => {
    // Locked, so that two people who set it at once get two versions.
    await tx.$queryRaw`select id from care_unit where id = ${careUnitId}::uuid for update`
    const careUnit = await tx.careUnit.findUnique({ where: { id: careUnitId } })
    if (careUnit === null) throw notFound('CareUnit', careUnitId)
    const establishmentId = EstablishmentId.parse(careUnit.establishmentId)
    if (!(await memberOn(tx, groupingId, establishmentId, input.fromOn))) {
      throw invalidField('fromOn', 'The establishment is not a member of this grouping on that day')
    }
    await requireKnown(tx, input)
    const id = newId(AllotmentId)
    const version = await nextVersion(tx, input)
    await tx.allotment.create({
      data: {
        id,
        groupingId,
        establishmentId,
        careUnitId,
        version,
        physicianName,
        approvedById: ctx.actor.userId,
        fromOn: dateColumn(input.fromOn),
        createdAt: ctx.clock(),
        allotmentLines: { createMany: { data: lines } },
      },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      establishmentId,
      action: 'allotment.set',
      subjectType: 'allotment',
      subjectId: id,
      details: { careUnitId, version, physicianName, fromOn: input.fromOn, lines: [...lines] },
    })
    await announce(tx, { topic: 'allotments', groupingId, establishmentId, subjectId: id })
    return allotmentView(await tx.allotment.findUniqueOrThrow({ where: { id }, include: PARTS }))
  })
}

async function nextVersion(tx: Tx, { groupingId, careUnitId }: SetAllotmentInput): Promise<number> {
  const latest = await tx.allotment.aggregate({
    where: { groupingId, careUnitId },
    _max: { version: true },
  })
  return (latest._max.version ?? 0) + 1
}

async function requireKnown(tx: Tx, { lines }: SetAllotmentInput): Promise<void> {
  const ids = lines.map(({ productId }) => productId)
  const known = await tx.product.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const found = new Set(known.map(({ id }) => id))
  const unknown = ids.findIndex((id) => !found.has(id))
  if (unknown === -1) return
  throw invalidField(`lines.${unknown}.productId`, 'This product is not in the catalogue')
}

/** The allotments in force today that the caller may see, or every version of them. */
export async function listAllotments(
  ctx: Context,
  { groupingId, establishmentId, careUnitId, all }: ListAllotmentsQuery,
): Promise<AllotmentList> {
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.allotment.findMany({
      where: {
        ...(groupingId !== undefined && { groupingId }),
        ...(establishmentId !== undefined && { establishmentId }),
        ...(careUnitId !== undefined && { careUnitId }),
        ...(!all && { fromOn: { lte: dateColumn(dayOf(ctx.clock())) } }),
      },
      orderBy: [{ careUnitId: 'asc' }, { version: 'desc' }],
      include: PARTS,
    }),
  )
  const inForce = rows.filter(
    (row, i) =>
      rows[i - 1]?.careUnitId !== row.careUnitId || rows[i - 1]?.groupingId !== row.groupingId,
  )
  return { items: (all ? rows : inForce).map(allotmentView) }
}

function allotmentView(row: AllotmentRow): AllotmentView {
  const { careUnit } = row
  return {
    id: AllotmentId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    establishmentId: EstablishmentId.parse(row.establishmentId),
    careUnit: { id: CareUnitId.parse(careUnit.id), name: careUnit.name },
    version: row.version,
    physicianName: row.physicianName,
    fromOn: fromDateColumn(row.fromOn),
    createdAt: row.createdAt.toISOString(),
    lines: row.allotmentLines
      .toSorted((a, b) => a.product.denomination.localeCompare(b.product.denomination, 'fr'))
      .map(({ product, maximumUnits }) => ({
        product: {
          id: ProductId.parse(product.id),
          denomination: product.denomination,
          storageClass: product.storageClass,
          isNarcotic: product.isNarcotic,
        },
        maximumUnits,
      })),
  }
}
