import type { z } from 'zod'
import { CostSplit } from './cost-split/data.js'
import { costSplit } from './cost-split/layout.js'
import { DeliveryNote } from './delivery-note/data.js'
import { deliveryNote } from './delivery-note/layout.js'
import type { Template } from './kit/render.js'
import { renderTemplate } from './kit/render.js'
import { RunSheet } from './run-sheet/data.js'
import { runSheet } from './run-sheet/layout.js'
import { SpecimenLabel } from './specimen-label/data.js'
import { specimenLabel } from './specimen-label/layout.js'
import { SpecimenManifest } from './specimen-manifest/data.js'
import { specimenManifest } from './specimen-manifest/layout.js'
import { ToteLabels } from './tote-label/data.js'
import { toteLabel } from './tote-label/layout.js'
import { UsageStatement } from './usage-statement/data.js'
import { usageStatement } from './usage-statement/layout.js'

/** Ties a schema to the layout that draws it: a layout for other data does not compile. */
const document = <Schema extends z.ZodType>(
  schema: Schema,
  template: Template<z.output<Schema>>,
) => ({
  schema,
  render: (data: unknown) => renderTemplate(template, schema.parse(data)),
})

/** Every kind of document, with what it prints. */
export const documents = {
  'delivery-note': document(DeliveryNote, deliveryNote),
  'tote-label': document(ToteLabels, toteLabel),
  'specimen-label': document(SpecimenLabel, specimenLabel),
  'specimen-manifest': document(SpecimenManifest, specimenManifest),
  'usage-statement': document(UsageStatement, usageStatement),
  'cost-split': document(CostSplit, costSplit),
  'run-sheet': document(RunSheet, runSheet),
} as const

export type DocumentKind = keyof typeof documents

/** What a caller stores and gives back: plain JSON. */
export type DocumentData<Kind extends DocumentKind> = z.input<(typeof documents)[Kind]['schema']>

export const isDocumentKind = (kind: string): kind is DocumentKind => Object.hasOwn(documents, kind)

/**
 * The PDF of stored data. The same data gives the same bytes, in any process.
 * @throws ZodError when the data is not what the document prints
 */
export async function renderPdf(kind: DocumentKind, data: unknown): Promise<Uint8Array> {
  return documents[kind].render(data)
}
