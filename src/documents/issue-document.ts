import { renderDocument } from '../../jobs/declarations/documents.js'
import { DocumentId, type EstablishmentId, type GroupingId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import { enqueue } from '../platform/outbox/enqueue.js'
import { type SeriesNumber, takeNumber } from './next-number.js'
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
  const series = await numberOf(tx, ctx, document)
  const head: IssuedHead = { number: series?.number ?? null, issuedAt: ctx.clock() }
  const id = newId(DocumentId)
  const { data, title } = document

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

async function numberOf(
  tx: Tx,
  ctx: Context,
  { groupingId, kind, numberPrefix }: DocumentToIssue,
): Promise<SeriesNumber | undefined> {
  if (numberPrefix === undefined) return undefined
  return takeNumber(tx, ctx, { groupingId, kind, prefix: numberPrefix })
}
