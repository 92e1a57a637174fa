import { DomainError, notFound } from '../kernel/errors.js'
import { DocumentId, EstablishmentId, GroupingId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Document, DocumentContent, Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import {
  DocumentFormat,
  type DocumentPage,
  type DocumentView,
  type ListDocumentsQuery,
} from './schema.js'

/** How long a client should wait before it asks again for bytes that are not drawn yet. */
export const RETRY_AFTER_SECONDS = 2

type WithContent = Omit<Document, 'data'> & { documentContent: DocumentContent | null }

const WITHOUT_DATA = { omit: { data: true }, include: { documentContent: true } } as const

/** The documents the caller may see, newest first. */
export async function listDocuments(
  ctx: Context,
  query: ListDocumentsQuery,
): Promise<DocumentPage> {
  const { limit } = query
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.document.findMany({
      ...WITHOUT_DATA,
      where: whereOf(query),
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
  return toPage(rows.map(documentView), limit)
}

/** @throws DomainError `not-found` */
export async function getDocument(ctx: Context, documentId: DocumentId): Promise<DocumentView> {
  const row = await inReadTransaction(ctx, (tx) =>
    tx.document.findUnique({ ...WITHOUT_DATA, where: { id: documentId } }),
  )
  if (row === null) throw notFound('Document', documentId)
  return documentView(row)
}

/** Refuses to hand out bytes that are not drawn yet. */
export const notReady = (documentId: DocumentId): DomainError =>
  new DomainError('document-not-ready', 'This document is being drawn. Ask again shortly', {
    documentId,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  })

export function documentView(row: WithContent): DocumentView {
  const content = row.documentContent
  return {
    id: DocumentId.parse(row.id),
    groupingId: GroupingId.parse(row.groupingId),
    establishmentId: EstablishmentId.nullable().parse(row.establishmentId),
    kind: row.kind,
    number: row.number,
    title: row.title,
    format: DocumentFormat.parse(row.format),
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    supersedesId: DocumentId.nullable().parse(row.supersedesId),
    issuedAt: row.issuedAt.toISOString(),
    content: content && {
      sha256: content.sha256,
      sizeBytes: content.sizeBytes,
      mediaType: content.mediaType,
      renderedAt: content.renderedAt.toISOString(),
    },
  }
}

function whereOf(query: ListDocumentsQuery): Prisma.DocumentWhereInput {
  const { cursor, groupingId, subjectType, subjectId, kind } = query
  return {
    ...(cursor !== undefined && { id: { lt: cursor } }),
    ...(groupingId !== undefined && { groupingId }),
    ...(subjectType !== undefined && { subjectType }),
    ...(subjectId !== undefined && { subjectId }),
    ...(kind !== undefined && { kind }),
  }
}
