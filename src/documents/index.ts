export {
  type DocumentToIssue,
  type IssuedDocument,
  type IssuedHead,
  issueDocument,
} from './issue-document.js'
export { type SeriesNumber, takeNumber } from './next-number.js'
export { documentNumberGaps, type NumberGap } from './number-gaps.js'
export { getDocument, listDocuments } from './queries.js'
export {
  type BlobWriter,
  type Renderer,
  type RenderPorts,
  renderDocument,
  rendersTheSame,
} from './render-document.js'
export { type BlobReader, documentRoutes } from './routes.js'
export { DocumentFormat, DocumentPage, DocumentView } from './schema.js'
