import { issueDocument } from '../documents/index.js'
import { addDays, dateColumn, dayOf, type YearMonth } from '../kernel/calendar.js'
import { frMonth } from '../kernel/format-fr-dates.js'
import {
  type EstablishmentId,
  type GroupingId,
  newId,
  type PeriodId,
  StatementId,
} from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Grouping } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { ComputedMonth } from './computed-month.js'
import { costSplitData } from './cost-split-data.js'
import { frozenProducts } from './frozen-products.js'
import { memberTotal } from './month-view.js'
import { statementCsvData } from './statement-csv-data.js'
import { statementData, statementTotal } from './statement-data.js'

/** Members may dispute a statement for ten days after it is issued. */
const DISPUTE_DAYS = 10

export interface MonthToIssue {
  readonly groupingId: GroupingId
  readonly periodId: PeriodId
  readonly month: YearMonth
  readonly computed: ComputedMonth
}

/** Issues one statement (PDF and CSV) per member concerned and the table of the whole split; answers how many. */
export async function issueStatements(tx: Tx, ctx: Context, wish: MonthToIssue): Promise<number> {
  const { groupingId, periodId, month, computed } = wish
  const grouping = await tx.grouping.findUniqueOrThrow({ where: { id: groupingId } })
  const concerned = computed.members.filter(
    ({ establishmentId, days }) => days > 0 || memberTotal(computed, establishmentId) !== 0n,
  )
  for (const { establishmentId } of concerned)
    await issueStatement(tx, ctx, { ...wish, grouping, establishmentId })

  await issueDocument(tx, ctx, {
    groupingId,
    kind: 'cost-split',
    numberPrefix: 'TR',
    format: 'pdf',
    title: `Tableau de répartition, ${frMonth(month)}`,
    data: (head) => costSplitData({ grouping, month, computed, head }),
    subject: { type: 'period', id: periodId },
  })
  return concerned.length
}

interface StatementToIssue extends MonthToIssue {
  readonly grouping: Grouping
  readonly establishmentId: EstablishmentId
}

async function issueStatement(tx: Tx, ctx: Context, wish: StatementToIssue): Promise<void> {
  const { groupingId, periodId, month, grouping, establishmentId } = wish
  const establishment = await tx.establishment.findUniqueOrThrow({ where: { id: establishmentId } })
  const products = await frozenProducts(tx, { periodId, establishmentId, month, grouping })
  const disputeUntil = addDays(dayOf(ctx.clock(), grouping.timeZone), DISPUTE_DAYS)
  const previous = await previousTotal(tx, wish)
  const statementId = newId(StatementId)
  const parts = { ...wish, establishment, products, disputeUntil, previous }
  const common = {
    groupingId,
    establishmentId,
    subject: { type: 'statement', id: statementId },
  }

  const pdf = await issueDocument(tx, ctx, {
    ...common,
    kind: 'usage-statement',
    numberPrefix: 'RC',
    format: 'pdf',
    title: `Relevé de consommation, ${frMonth(month)}, ${establishment.name}`,
    data: (head) => statementData(parts, head),
  })
  const csv = await issueDocument(tx, ctx, {
    ...common,
    kind: 'usage-statement-csv',
    format: 'csv',
    title: `Détail du relevé ${pdf.number}`,
    data: statementCsvData(parts),
  })
  await tx.statement.create({
    data: {
      id: statementId,
      groupingId,
      establishmentId,
      periodId,
      number: pdf.number ?? '',
      totalCents: statementTotal(parts),
      documentId: pdf.id,
      csvDocumentId: csv.id,
      state: 'issued',
      issuedAt: ctx.clock(),
      disputeUntil: dateColumn(disputeUntil),
    },
  })
  await announce(tx, { topic: 'statements', groupingId, establishmentId, subjectId: statementId })
}

async function previousTotal(tx: Tx, { groupingId, establishmentId }: StatementToIssue) {
  const last = await tx.statement.findFirst({
    where: { groupingId, establishmentId },
    orderBy: { period: { month: 'desc' } },
    include: { period: true },
  })
  return last === null ? undefined : { month: last.period.month, totalCents: last.totalCents }
}
