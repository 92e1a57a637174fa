import { importBdpm } from '../../jobs/declarations/catalogue.js'
import { notFound } from '../kernel/errors.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { CatalogueImport } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { CatalogueImportId } from './import/import-id.js'
import {
  type CatalogueImportPage,
  type CatalogueImportView,
  ImportReportView,
  ImportState,
  KeptReport,
  type ListImportsQuery,
} from './import-schema.js'
import { IMPORT_READERS, requireAtHub } from './roles.js'

/** Imports, latest first. @throws DomainError `forbidden` */
export async function listImports(
  ctx: Context,
  { limit, cursor }: ListImportsQuery,
): Promise<CatalogueImportPage> {
  requireAtHub(ctx, IMPORT_READERS)
  const rows = await inReadTransaction(ctx, (tx) =>
    tx.catalogueImport.findMany({
      where: cursor === undefined ? {} : { id: { lt: cursor } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
  return toPage(rows.map(importView), limit)
}

/** One import with its report. @throws DomainError `forbidden` · `not-found` */
export async function showImport(
  ctx: Context,
  importId: CatalogueImportId,
): Promise<CatalogueImportView> {
  requireAtHub(ctx, IMPORT_READERS)
  return inReadTransaction(ctx, async (tx) => importView(await loadImport(tx, importId)))
}

export async function loadImport(tx: Tx, importId: CatalogueImportId): Promise<CatalogueImport> {
  const row = await tx.catalogueImport.findUnique({ where: { id: importId } })
  if (row === null) throw notFound('Catalogue import', importId)
  return row
}

export function importView(row: CatalogueImport): CatalogueImportView {
  const { files, failure, ...rest } = KeptReport.parse(row.report)
  const report = ImportReportView.safeParse(rest)
  return {
    id: CatalogueImportId.parse(row.id),
    source: row.source,
    sourceSha256: row.sourceSha256,
    state: ImportState.parse(row.state),
    startedById: row.startedById,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    files,
    job: { queue: importBdpm.queue, id: importBdpm.jobId({ importId: row.id }) },
    report: report.success ? report.data : null,
    failure: failure ?? null,
  }
}
