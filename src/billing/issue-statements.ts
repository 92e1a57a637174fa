import { issueDocument, issueSeries } from '../documents/index.js'
import { addDays, dateColumn, dayOf, type YearMonth } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { frMonth } from '../kernel/format-fr-dates.js'
import {
  type EstablishmentId,
  type GroupingId,
  newId,
  type PeriodId,
  StatementId,
} from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Establishment, Grouping } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { ComputedMonth } from './computed-month.js'
import { costSplitData } from './cost-split-data.js'
import { frozenProducts } from './frozen-products.js'
import { memberTotal } from './month-view.js'
import { statementCsvData } from './statement-csv-data.js'
import { type StatementParts, statementData, statementTotal } from './statement-data.js'

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
  const drafts = await draftStatements(tx, ctx, { ...wish, grouping })
  if (drafts.length > 0) await issueDrafts(tx, ctx, { groupingId, periodId, drafts })

  await issueDocument(tx, ctx, {
    groupingId,
    kind: 'cost-split',
    numberPrefix: 'TR',
    format: 'pdf',
    title: `Tableau de répartition, ${frMonth(month)}`,
    data: (head) => costSplitData({ grouping, month, computed, head }),
    subject: { type: 'period', id: periodId },
  })
  return drafts.length
}

type Draft = StatementParts & { readonly id: StatementId }

/** What each member's statement says, read for all of them at once. */
async function draftStatements(
  tx: Tx,
  ctx: Context,
  wish: MonthToIssue & { readonly grouping: Grouping },
): Promise<readonly Draft[]> {
  const { month, grouping, computed } = wish
  const concerned = computed.members
    .filter(
      ({ establishmentId, days }) => days > 0 || memberTotal(computed, establishmentId) !== 0n,
    )
    .map(({ establishmentId }) => establishmentId)
  const establishments = await establishmentsOf(tx, concerned)
  const previous = await previousTotals(tx, wish.groupingId)
  const products = await frozenProducts(tx, wish)
  const disputeUntil = addDays(dayOf(ctx.clock(), grouping.timeZone), DISPUTE_DAYS)
  return concerned.map((establishmentId) => {
    const establishment = establishments.get(establishmentId)
    if (establishment === undefined) throw notFound('Establishment', establishmentId)
    return {
      id: newId(StatementId),
      grouping,
      establishment,
      establishmentId,
      month,
      computed,
      products: products.get(establishmentId) ?? [],
      disputeUntil,
      previous: previous.get(establishmentId),
    }
  })
}

interface MonthOfDrafts {
  readonly groupingId: GroupingId
  readonly periodId: PeriodId
  readonly drafts: readonly Draft[]
}

async function issueDrafts(tx: Tx, ctx: Context, month: MonthOfDrafts): Promise<void> {
  const { groupingId, periodId, drafts } = month
  const issued = await issueFiles(tx, ctx, month)
  await tx.statement.createMany({
    data: drafts.map((draft, index) => ({
      id: draft.id,
      groupingId,
      establishmentId: draft.establishmentId,
      periodId,
      number: issued[index]?.pdf.number ?? '',
      totalCents: statementTotal(draft),
      documentId: issued[index]?.pdf.id ?? null,
      csvDocumentId: issued[index]?.csv.id ?? null,
      state: 'issued',
      issuedAt: ctx.clock(),
      disputeUntil: dateColumn(draft.disputeUntil),
    })),
  })
  for (const { id: subjectId, establishmentId } of drafts)
    await announce(tx, { topic: 'statements', groupingId, establishmentId, subjectId })
}

async function issueFiles(tx: Tx, ctx: Context, { groupingId, drafts }: MonthOfDrafts) {
  const about = ({ establishmentId, id }: Draft) => ({
    establishmentId,
    subject: { type: 'statement', id },
  })
  const pdfs = await issueSeries(tx, ctx, {
    series: { groupingId, kind: 'usage-statement', prefix: 'RC' },
    documents: drafts.map((draft) => ({
      ...about(draft),
      format: 'pdf',
      title: `Relevé de consommation, ${frMonth(draft.month)}, ${draft.establishment.name}`,
      data: (head) => statementData(draft, head),
    })),
  })
  const files = []
  for (const [index, pdf] of pdfs.entries()) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const csv = await issueDocument(tx, ctx, {
      ...about(draft),
      groupingId,
      kind: 'usage-statement-csv',
      format: 'csv',
      title: `Détail du relevé ${pdf.number}`,
      data: () => statementCsvData(draft),
    })
    files.push({ pdf, csv })
  }
  return files
}

async function establishmentsOf(tx: Tx, ids: readonly EstablishmentId[]) {
  const rows = await tx.establishment.findMany({ where: { id: { in: [...ids] } } })
  return new Map<string, Establishment>(rows.map((row) => [row.id, row]))
}

/** The last statement of each member. */
async function previousTotals(tx: Tx, groupingId: GroupingId) {
  const rows = await tx.$queryRaw<{ member: string; month: Date; totalCents: bigint }[]>`
    select distinct on (statement.establishment_id) statement.establishment_id as member,
      period.month, statement.total_cents as "totalCents"
    from statement join period on period.id = statement.period_id
    where statement.grouping_id = ${groupingId}::uuid
    order by statement.establishment_id, period.month desc`
  return new Map(rows.map(({ member, ...total }) => [member, total]))
}
