import { fromDateColumn } from '../kernel/calendar.js'
import {
  ChargeId,
  CostPoolId,
  DocumentId,
  EstablishmentId,
  GroupingId,
  PeriodId,
  StatementId,
} from '../kernel/ids.js'
import { cents, centsToDecimal } from '../kernel/money.js'
import type { CostPool, Period, Prisma } from '../platform/db/generated/client.js'
import { fromMonthColumn } from './months.js'
import { type ChargeView, CostPoolView, type PeriodView, StatementView } from './schema.js'
import { PeriodState } from './transitions.js'

export const toPoolView = (pool: CostPool): CostPoolView => ({
  id: CostPoolId.parse(pool.id),
  groupingId: GroupingId.parse(pool.groupingId),
  code: pool.code,
  label: pool.label,
  source: CostPoolView.shape.source.parse(pool.source),
  account: pool.account,
  closedOn: pool.closedOn === null ? null : fromDateColumn(pool.closedOn),
})

/** What a charge is shown with: who recorded it, and what reversed it. */
export const chargeInclude = {
  recordedBy: { select: { displayName: true } },
  chargeAsChargeReversal: { select: { id: true } },
} as const satisfies Prisma.ChargeInclude

export type LoadedCharge = Prisma.ChargeGetPayload<{ include: typeof chargeInclude }>

export const toChargeView = (charge: LoadedCharge): ChargeView => ({
  id: ChargeId.parse(charge.id),
  poolId: CostPoolId.parse(charge.poolId),
  accountingMonth: fromMonthColumn(charge.accountingMonth),
  originMonth: fromMonthColumn(charge.originMonth),
  amount: centsToDecimal(cents(charge.amountCents)),
  label: charge.label,
  documentReference: charge.documentReference,
  reversesId: charge.reversesId === null ? null : ChargeId.parse(charge.reversesId),
  reversedById:
    charge.chargeAsChargeReversal === null
      ? null
      : ChargeId.parse(charge.chargeAsChargeReversal.id),
  recordedAt: charge.recordedAt.toISOString(),
  recordedBy: charge.recordedBy.displayName,
})

export const toPeriodView = (period: Period): PeriodView => ({
  id: PeriodId.parse(period.id),
  groupingId: GroupingId.parse(period.groupingId),
  month: fromMonthColumn(period.month),
  state: PeriodState.parse(period.state),
  frozenAt: period.frozenAt?.toISOString() ?? null,
  closedAt: period.closedAt?.toISOString() ?? null,
  snapshotSha256: period.snapshotSha256,
})

export type LoadedStatement = Prisma.StatementGetPayload<{ include: { period: true } }>

export const toStatementView = (statement: LoadedStatement): StatementView => ({
  id: StatementId.parse(statement.id),
  groupingId: GroupingId.parse(statement.groupingId),
  establishmentId: EstablishmentId.parse(statement.establishmentId),
  periodId: PeriodId.parse(statement.periodId),
  month: fromMonthColumn(statement.period.month),
  number: statement.number,
  total: centsToDecimal(cents(statement.totalCents)),
  state: StatementView.shape.state.parse(statement.state),
  issuedAt: statement.issuedAt.toISOString(),
  disputeUntil: fromDateColumn(statement.disputeUntil),
  disputeReason: statement.disputeReason,
  documentId: statement.documentId === null ? null : DocumentId.parse(statement.documentId),
  csvDocumentId:
    statement.csvDocumentId === null ? null : DocumentId.parse(statement.csvDocumentId),
})
