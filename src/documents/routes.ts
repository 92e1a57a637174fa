import { z } from 'zod'
import { DomainError } from '../kernel/errors.js'
import { DocumentId } from '../kernel/ids.js'
import type { BlobStore } from '../platform/blobs/index.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { getDocument, listDocuments, notReady, RETRY_AFTER_SECONDS } from './queries.js'
import { DocumentPage, DocumentView, ListDocumentsQuery } from './schema.js'

/** The part of the blob store that gives bytes back by their hash. */
export type BlobReader = Pick<BlobStore, 'get'>

const params = z.object({ id: DocumentId })
const tag = 'Documents'

/** The documents the caller may see: member establishments read their own, the hub reads all of them. */
export const documentRoutes = (blobs: BlobReader) =>
  createRouter()
    .get(
      '/documents',
      contract({
        operationId: 'listDocuments',
        summary: 'Issued documents, newest first',
        tag,
        roles: 'any',
        answers: { 200: { description: 'A page of documents', schema: DocumentPage } },
      }),
      valid('query', ListDocumentsQuery),
      async (c) => reply(c, DocumentPage, await listDocuments(c.var.ctx, c.req.valid('query'))),
    )
    .get(
      '/documents/:id',
      contract({
        operationId: 'getDocument',
        summary: 'One issued document',
        tag,
        roles: 'any',
        answers: { 200: { description: 'The document', schema: DocumentView } },
      }),
      valid('param', params),
      async (c) => reply(c, DocumentView, await getDocument(c.var.ctx, c.req.valid('param').id)),
    )
    .get(
      '/documents/:id/content',
      contract({
        operationId: 'getDocumentContent',
        summary: 'The bytes of a document; the same for ever',
        tag,
        roles: 'any',
        answers: {
          200: { description: 'application/pdf or text/csv' },
          304: { description: 'The caller already has these bytes' },
        },
        problems: ['document-not-ready', 'storage-unavailable'],
      }),
      valid('param', params),
      async (c) => {
        const document = await getDocument(c.var.ctx, c.req.valid('param').id)
        if (document.content === null) {
          c.header('retry-after', String(RETRY_AFTER_SECONDS))
          throw notReady(document.id)
        }
        const { sha256, mediaType } = document.content
        c.header('etag', `"${sha256}"`)
        if (c.req.header('if-none-match')?.includes(sha256)) return c.body(null, 304)
        c.header('content-disposition', inlineAs(document))
        return c.body(await bytesOf(blobs, sha256), 200, { 'content-type': mediaType })
      },
    )

/** What a browser calls the file it saves: its number, or its title where it has none. */
function inlineAs({ number, title, format }: DocumentView): string {
  const name = `${number ?? title}.${format}`
  const plain = name.normalize('NFKD').replaceAll(/[^ -~]|["\\]/g, '')
  return `inline; filename="${plain}"; filename*=UTF-8''${extended(name)}`
}

/** RFC 8187 has fewer plain characters than a URL. */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

async function bytesOf(blobs: BlobReader, sha256: string) {
  const bytes = await blobs.get(sha256)
  if (bytes !== undefined) return new Uint8Array(bytes)
  throw new DomainError(
    'storage-unavailable',
    'The file of this document is gone from the storage: restore it from the backup',
    { sha256 },
  )
}
