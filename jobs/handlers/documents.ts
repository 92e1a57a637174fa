import { renderDocument as draw } from '../../src/documents/index.js'
import type { BlobStore } from '../../src/platform/blobs/index.js'
import * as documents from '../declarations/documents.js'
import { type Handler, handle, type JobServices } from '../handle.js'
import { renderDocumentKind } from './document-renderer.js'

type RenderPayload = typeof documents.renderDocument extends { payload: { _output: infer Payload } }
  ? Payload
  : never

/** Safe to repeat: bytes are a function of frozen data, and are recorded once. */
export const renderDocument: Handler<RenderPayload> = {
  declaration: documents.renderDocument,
  run: (services, job) =>
    handle(documents.renderDocument, (ctx, { documentId }) =>
      draw(ctx, documentId, { render: renderDocumentKind, blobs: blobsOf(services) }),
    ).run(services, job),
}

/** The storage of documents, which a worker that draws them was started with. */
function blobsOf(services: JobServices & { readonly blobs?: BlobStore }): BlobStore {
  if (services.blobs !== undefined) return services.blobs
  throw new TypeError('This worker was started without a document storage')
}
