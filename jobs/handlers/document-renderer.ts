import { notFound } from '../../src/kernel/errors.js'
import { renderStatementCsv } from '../../templates/csv/statement-csv-document.js'
import { isDocumentKind, renderPdf } from '../../templates/registry.js'

/** Kinds with a series of their own that are drawn by the template of another. */
const DRAWN_AS: Readonly<Record<string, string>> = { 'narcotics-note': 'delivery-note' }

/**
 * The bytes of a document from its kind and frozen data; the same data gives the same bytes.
 * @throws DomainError `not-found` when no template draws this kind
 */
export async function renderDocumentKind(kind: string, data: unknown): Promise<Uint8Array> {
  if (kind === 'usage-statement-csv') return renderStatementCsv(data)
  const template = DRAWN_AS[kind] ?? kind
  if (!isDocumentKind(template)) throw notFound('Template', kind)
  return renderPdf(template, data)
}
