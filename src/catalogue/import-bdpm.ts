import { recordAudit } from '../audit/index.js'
import { dayOf } from '../kernel/calendar.js'
import { newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inLongTransaction, type Tx } from '../platform/db/transaction.js'
import { diffRecords, type RecordDiff } from './bdpm/diff-catalogue.js'
import type { BdpmSource } from './bdpm/files.js'
import { readBdpm } from './bdpm/read-bdpm.js'
import type { BdpmCatalogue } from './bdpm/records.js'
import { digestOf } from './import/digest.js'
import { CatalogueImportId } from './import/import-id.js'
import { loadStored } from './import/load-stored.js'
import { type ImportReport, importReport } from './import/report.js'
import { type StoredPresentation, type StoredProduct, WITHDRAWN } from './import/stored.js'
import { toStored } from './import/to-stored.js'
import {
  CHUNK_ROWS,
  withdraw,
  writePresentations,
  writeProducts,
  writeVatRates,
} from './import/write-stored.js'
import { requireCatalogueEditor } from './roles.js'

export interface ImportProgress {
  readonly phase: 'read' | 'compared' | 'written'
  readonly done: number
  readonly total: number
}

export interface ImportOptions {
  /** The import somebody asked for, whose row is completed; a new one otherwise. */
  readonly importId?: CatalogueImportId
  /** Where the files came from, as the report shall name it. */
  readonly name?: string
  /** Called again from the start if the transaction is retried. */
  readonly onProgress?: (progress: ImportProgress) => void
}

/**
 * Brings the catalogue to one edition of the public medicines database, in one transaction: adds,
 * updates, and marks as withdrawn what left; nothing is deleted. The same edition twice changes nothing.
 * @throws DomainError `import-unreadable` a file is missing or not what it claims · `forbidden`
 */
export async function importBdpm(
  ctx: Context,
  source: BdpmSource,
  {
    importId = newId(CatalogueImportId),
    name = 'bdpm',
    onProgress = () => undefined,
  }: ImportOptions = {},
): Promise<ImportReport> {
  requireCatalogueEditor(ctx)
  const startedAt = ctx.clock()
  const edition = readBdpm(source)
  const total = edition.products.length + edition.presentations.length
  onProgress({ phase: 'read', done: 0, total })

  return inLongTransaction(ctx, async (tx) => {
    // Two imports at once would each diff against the state before the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('navette.catalogue-import'))`
    const { products, presentations, packsWithoutUnits } = await compare(tx, edition)
    onProgress({ phase: 'compared', done: 0, total })
    await apply(tx, ctx, { products, presentations, onProgress })

    const report = importReport({
      importId,
      products,
      presentations,
      findings: edition.findings,
      packsWithoutUnits,
    })
    await recordImport(tx, ctx, { report, name, sha256: digestOf(source), startedAt })
    return report
  })
}

interface Changes {
  readonly products: RecordDiff<StoredProduct>
  readonly presentations: RecordDiff<StoredPresentation>
}

async function compare(
  tx: Tx,
  edition: BdpmCatalogue,
): Promise<Changes & { readonly packsWithoutUnits: number }> {
  const current = await loadStored(tx)
  const incoming = toStored(edition, current)
  const products = diffRecords(current.products, incoming.products, ({ cis }) => cis)
  const packs = diffRecords(current.presentations, incoming.presentations, ({ cip13 }) => cip13)
  return {
    products: withoutGone(products),
    presentations: withoutGone(packs),
    packsWithoutUnits: incoming.presentations.filter((pack) => pack.unitsPerPack === null).length,
  }
}

/** What an earlier edition already withdrew has not left again. */
const withoutGone = <T extends { readonly status: string }>(
  diff: RecordDiff<T>,
): RecordDiff<T> => ({
  ...diff,
  left: diff.left.filter(({ status }) => status !== WITHDRAWN),
})

async function apply(
  tx: Tx,
  ctx: Context,
  { products, presentations, onProgress }: Changes & Required<Pick<ImportOptions, 'onProgress'>>,
): Promise<void> {
  const at = ctx.clock()
  const productRows = [...products.added, ...products.changed.map(({ record }) => record)]
  const packRows = [...presentations.added, ...presentations.changed.map(({ record }) => record)]
  const total = productRows.length + packRows.length
  let done = 0
  const advance = (rows: number) => {
    done += rows
    onProgress({ phase: 'written', done, total })
  }
  for (const rows of chunks(productRows)) {
    await writeProducts(tx, rows, at)
    await writeVatRates(tx, ratedAnew(rows, products), dayOf(at))
    advance(rows.length)
  }
  for (const rows of chunks(packRows)) {
    await writePresentations(tx, rows, at)
    advance(rows.length)
  }
  const gone = {
    cis: products.left.map(({ cis }) => cis),
    cip13: presentations.left.map(({ cip13 }) => cip13),
  }
  await withdraw(tx, gone, at)
}

/** A rate somebody has set stands until the published approval itself changes. */
function ratedAnew(
  rows: readonly StoredProduct[],
  { changed }: RecordDiff<StoredProduct>,
): readonly StoredProduct[] {
  const sameRate = new Set(
    changed.filter(({ fields }) => !fields.includes('vatBasisPoints')).map(({ record }) => record),
  )
  return rows.filter((row) => !sameRate.has(row))
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    yield rows.slice(start, start + CHUNK_ROWS)
  }
}

async function recordImport(
  tx: Tx,
  ctx: Context,
  {
    report,
    name,
    sha256,
    startedAt,
  }: { report: ImportReport; name: string; sha256: string; startedAt: Date },
): Promise<void> {
  const { importId, products, presentations } = report
  await tx.$executeRaw`
    insert into catalogue_import (id, source, source_sha256, state, report, started_by_id, started_at, finished_at)
    values (${importId}::uuid, ${name}, ${sha256}, 'completed', ${JSON.stringify(report)}::jsonb,
      ${ctx.actor.userId}::uuid, ${startedAt}, ${ctx.clock()})
    on conflict (id) do update set state = excluded.state, finished_at = excluded.finished_at,
      report = (catalogue_import.report - 'failure') || excluded.report`
  const { samples: _products, ...productCounts } = products
  const { samples: _presentations, ...presentationCounts } = presentations
  await recordAudit(tx, ctx, {
    groupingId: null,
    action: 'catalogue.imported',
    subjectType: 'catalogue-import',
    subjectId: importId,
    details: { source: name, products: productCounts, presentations: presentationCounts },
  })
}
