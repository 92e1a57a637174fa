import { sealAuditEntries, verifyAuditChain } from '../../../../src/audit/index.js'
import { billingViolations } from '../../../../src/billing/index.js'
import { custodyViolations } from '../../../../src/custody/index.js'
import { orderViolations } from '../../../../src/deliveries/index.js'
import { documentNumberGaps } from '../../../../src/documents/index.js'
import { UserId } from '../../../../src/kernel/ids.js'
import { asSystem, inReadTransaction, type Tx } from '../../../../src/platform/db/transaction.js'
import { stockViolations } from '../../../../src/stock/index.js'
import type { Caller } from '../../../builders/caller.js'
import { contextOf } from '../../../builders/world.js'
import type { Alliance } from './alliance.js'

/** The bytes of a document, which must be there. */
export async function download(caller: Caller, documentId: string | null | undefined) {
  const answer = await caller.send('GET', `/api/v1/documents/${documentId}/content`)
  if (answer.status !== 200) throw new Error(`Document ${documentId}: ${answer.text}`)
  return answer
}

/** The first five characters of a document: `%PDF-` for a PDF. */
export const headOf = async (caller: Caller, documentId: string | null | undefined) =>
  (await download(caller, documentId)).text.slice(0, 5)

/** Reads as the hub of both groupings. */
function asHub<T>(
  { world, cast, pharmacyId, laboratoryId }: Alliance,
  work: (tx: Tx) => Promise<T>,
) {
  const { db, clock } = world
  const groupings = [pharmacyId, laboratoryId]
  const grants = groupings.map((groupingId) => ({ role: 'auditor' as const, groupingId }))
  const userId = UserId.parse(cast.auditor.userId)
  return inReadTransaction(contextOf({ db, clock: clock.now, userId, grants }), work)
}

/** Every invariant of every capability, and the series of numbers. */
export const violationsOf = (alliance: Alliance) =>
  asHub(alliance, async (tx) => ({
    stock: await stockViolations(tx, alliance.world.clock.now()),
    orders: await orderViolations(tx),
    custody: await custodyViolations(tx),
    months: await billingViolations(tx),
    numbers: await documentNumberGaps(tx),
  }))

/** What the checks looked at: without rows they would be empty for nothing. */
export const countsOf = (alliance: Alliance) =>
  asHub(alliance, async (tx) => ({
    movements: await tx.stockMovement.count(),
    orders: await tx.supplyOrder.count(),
    events: await tx.custodyEvent.count(),
    closedMonths: await tx.period.count({ where: { state: 'closed' } }),
    numbered: await tx.document.count({ where: { sequence: { not: null } } }),
  }))

/** Seals the trail and recomputes the chain of each grouping and of the system. */
export async function auditReportsOf({ world, pharmacyId, laboratoryId }: Alliance) {
  await sealAuditEntries(world.db)
  return asSystem(world.db, async (tx) => [
    await verifyAuditChain(tx, pharmacyId),
    await verifyAuditChain(tx, laboratoryId),
    await verifyAuditChain(tx, 'system'),
  ])
}
