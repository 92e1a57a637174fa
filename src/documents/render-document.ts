import { createHash } from 'node:crypto'
import { recordAudit } from '../audit/index.js'
import { notFound } from '../kernel/errors.js'
import { type DocumentId, EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { BlobStore } from '../platform/blobs/index.js'
import type { Context } from '../platform/context.js'
import type { Document } from '../platform/db/generated/client.js'
import { inReadTransaction, inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { DocumentFormat, MEDIA_TYPES } from './schema.js'

/** Draws a document of this kind; the same data must give the same bytes. */
export type Renderer = (kind: string, data: unknown) => Promise<Uint8Array>

/** The part of the blob store that keeps bytes by their hash. */
export type BlobWriter = Pick<BlobStore, 'put'>

export interface RenderPorts {
  readonly render: Renderer
  readonly blobs: BlobWriter
}

/**
 * Draws an issued document and keeps its bytes, once. Safe to repeat and to race: drawing is a
 * function of frozen data, storing is by hash, and the second one to record the content does nothing.
 * @throws DomainError `not-found` · `storage-unavailable`
 */
export async function renderDocument(
  ctx: Context,
  documentId: DocumentId,
  { render, blobs }: RenderPorts,
): Promise<void> {
  const document = await inReadTransaction(ctx, (tx) =>
    tx.document.findUnique({ where: { id: documentId }, include: { documentContent: true } }),
  )
  if (document === null) throw notFound('Document', documentId)
  if (document.documentContent !== null) return

  const mediaType = MEDIA_TYPES[DocumentFormat.parse(document.format)]
  const stored = await blobs.put(await render(document.kind, document.data), mediaType)
  await inTransaction(ctx, (tx) => keepContent(tx, ctx, { document, mediaType, ...stored }))
}

interface NewContent {
  readonly document: Document
  readonly mediaType: string
  readonly sha256: string
  readonly sizeBytes: number
}

async function keepContent(
  tx: Tx,
  ctx: Context,
  { document, mediaType, sha256, sizeBytes }: NewContent,
): Promise<boolean> {
  const kept = await tx.$executeRaw`
    insert into document_content (document_id, grouping_id, establishment_id, sha256, size_bytes,
      media_type, rendered_at)
    values (${document.id}::uuid, ${document.groupingId}::uuid, ${document.establishmentId}::uuid,
      ${sha256}, ${sizeBytes}, ${mediaType}, ${ctx.clock()})
    on conflict do nothing`
  if (kept === 0) return false

  const groupingId = GroupingId.parse(document.groupingId)
  const scope =
    document.establishmentId === null
      ? { groupingId }
      : { groupingId, establishmentId: EstablishmentId.parse(document.establishmentId) }
  await recordAudit(tx, ctx, {
    ...scope,
    action: 'document.rendered',
    subjectType: 'document',
    subjectId: document.id,
    details: { sha256, sizeBytes },
  })
  await announce(tx, { ...scope, topic: 'documents', subjectId: document.id })
  return true
}

/** Whether drawing this document again gives the bytes that were kept; undefined before they are. */
export async function rendersTheSame(
  tx: Tx,
  documentId: DocumentId,
  render: Renderer,
): Promise<boolean | undefined> {
  const document = await tx.document.findUnique({
    where: { id: documentId },
    include: { documentContent: true },
  })
  if (document === null || document.documentContent === null) return undefined
  const bytes = await render(document.kind, document.data)
  return createHash('sha256').update(bytes).digest('hex') === document.documentContent.sha256
}
