import { z } from 'zod'
import { DocumentId } from '../../src/kernel/ids.js'
import { declareJob } from '../declare.js'

/** Draws an issued document from its frozen data and keeps the bytes, once. */
export const renderDocument = declareJob({
  name: 'documents.render',
  queue: 'documents',
  payload: z.strictObject({ documentId: DocumentId }),
  retry: 'transient',
  jobId: ({ documentId }) => `document-${documentId}`,
})
