import { renderDocument as draw } from '../../src/documents/index.js'
import * as documents from '../declarations/documents.js'
import { handle } from '../handle.js'

/** Safe to repeat: bytes are a function of frozen data, and are recorded once. */
export const renderDocument = handle(
  documents.renderDocument,
  (ctx, { documentId }, _progress, tools) => draw(ctx, documentId, tools),
)
