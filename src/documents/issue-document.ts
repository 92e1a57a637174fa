import { renderDocument } from '../../jobs/declarations/documents.js'
import { DocumentId, type EstablishmentId, type GroupingId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import { enqueue } from '../platform/outbox/enqueue.js'
import { type Series, type SeriesNumber, takeNumber, takeNumbers } from './next-number.js'
import type { DocumentFormat } from './schema.js'

/** What is known of a document only once it has its number. */
export interface IssuedHead {
  /** Null for a document outside any series. */
  readonly number: string | null
  readonly issuedAt: Date
}

export interface DocumentToIssue {
  readonly groupingId: GroupingId
  /** The member concerned, who may read it; none for a document of the hub alone. */
  readonly establishmentId?: EstablishmentId
  /** Names the template that draws it, and its series. */
  readonly kind: string
  /** `BL` gives `BL-2026-00042`; without it the document takes no number. */
  readonly numberPrefix?: string
  readonly title: string | ((head: IssuedHead) => string)
  readonly format: DocumentFormat
  /** Everything it prints, resolved: the document is a function of this and of nothing else. */
  readonly data: JsonSafe | ((head: IssuedHead) => JsonSafe)
  readonly subject: { readonly type: string; readonly id: string }
  /** The document this one corrects; it stays readable. */
  readonly supersedesId?: DocumentId
}

type UnnumberedDocument = Omit<DocumentToIssue, 'groupingId' | 'kind' | 'numberPrefix'>

export interface IssuedDocument {
  readonly id: DocumentId
  readonly number: string | null
}

/**
 * Issues a document in the caller's transaction: number without gaps, frozen data, and the job that
 * draws it once this commits. The row is never changed afterwards; a mistake is superseded.
 */
export async function issueDocument(
  tx: Tx,
  ctx: Context,
  document: DocumentToIssue,
): Promise<IssuedDocument> {
  const { groupingId, kind, numberPrefix: prefix } = document
  const series =
    prefix === undefined ? undefined : await takeNumber(tx, ctx, { groupingId, kind, prefix })
  return record(tx, ctx, { ...document, series })
}

/**
 * Issues documents of one series, numbered in their order. Their data is made one at a time, so that
 * a month of large documents is never held at once.
 */
export async function issueSeries(
  tx: Tx,
  ctx: Context,
  { series, documents }: { series: Series; documents: readonly UnnumberedDocument[] },
): Promise<readonly IssuedDocument[]> {
  const numbers = await takeNumbers(tx, ctx, { ...series, count: documents.length })
  const { groupingId, kind } = series
  const issued: IssuedDocument[] = []
  for (const [index, document] of documents.entries()) {
    issued.push(await record(tx, ctx, { ...document, groupingId, kind, series: numbers[index] }))
  }
  return issued
}

async function record(
  tx: Tx,
  ctx: Context,
  document: DocumentToIssue & { readonly series: SeriesNumber | undefined },
): Promise<IssuedDocument> {
  const { data, title, series } = document
  const head: IssuedHead = { number: series?.number ?? null, issuedAt: ctx.clock() }
  const id = newId(DocumentId)

  await tx.$executeRaw`
    insert into document (id, grouping_id, establishment_id, kind, number, year, sequence, title,
      format, data, subject_type, subject_id, supersedes_id, issued_by_id, issued_at)
    values (${id}::uuid, ${document.groupingId}::uuid, ${document.establishmentId ?? null}::uuid,
      ${document.kind}, ${head.number}, ${series?.year ?? null}, ${series?.sequence ?? null},
      ${typeof title === 'function' ? title(head) : title}, ${document.format},
      ${JSON.stringify(typeof data === 'function' ? data(head) : data)}::jsonb,
      ${document.subject.type}, ${document.subject.id}::uuid, ${document.supersedesId ?? null}::uuid,
      ${ctx.actor.userId}::uuid, ${head.issuedAt})`
  await enqueue(tx, ctx, renderDocument, {
    payload: { documentId: id },
    groupingId: document.groupingId,
  })
  return { id, number: head.number }
}
