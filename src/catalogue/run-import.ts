import { DomainError } from '../kernel/errors.js'
import type { BlobStore } from '../platform/blobs/index.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, inTransaction } from '../platform/db/transaction.js'
import type { BdpmSource } from './bdpm/files.js'
import type { CatalogueImportId } from './import/import-id.js'
import { type ImportProgress, importBdpm } from './import-bdpm.js'
import { type ImportFailure, KeptReport, type StoredFile } from './import-schema.js'
import { loadImport } from './imports.js'

export interface RunImportPorts {
  readonly blobs: Pick<BlobStore, 'get'>
  /** From 0 to 100. */
  readonly progress: (percent: number) => Promise<void>
}

/**
 * Runs an import that somebody asked for, and completes its row with the report. Files that cannot be
 * read end the import as failed, for whoever uploaded them to see: trying again would not help.
 * @throws DomainError `not-found` · `storage-unavailable`
 */
export async function runImport(
  ctx: Context,
  importId: CatalogueImportId,
  { blobs, progress }: RunImportPorts,
): Promise<void> {
  const row = await inReadTransaction(ctx, (tx) => loadImport(tx, importId))
  if (row.state === 'completed') return
  await setState(ctx, importId, { state: 'running' })
  try {
    const source = await readFiles(blobs, KeptReport.parse(row.report).files)
    const onProgress = (step: ImportProgress) => void tell(ctx, progress(percentOf(step)))
    await importBdpm(ctx, source, { importId, name: row.source, onProgress })
  } catch (error) {
    await fail(ctx, importId, error)
  }
}

async function readFiles(
  blobs: Pick<BlobStore, 'get'>,
  files: readonly StoredFile[],
): Promise<BdpmSource> {
  const source = new Map<string, Uint8Array>()
  for (const { name, sha256 } of files) {
    const bytes = await blobs.get(sha256)
    if (bytes === undefined) {
      throw new DomainError('import-unreadable', `${name} is no longer stored: upload it again`, {
        file: name,
      })
    }
    source.set(name, bytes)
  }
  return source
}

async function fail(ctx: Context, importId: CatalogueImportId, error: unknown): Promise<void> {
  const isUnreadable = error instanceof DomainError && error.code === 'import-unreadable'
  const failure: ImportFailure =
    error instanceof DomainError
      ? { code: error.code, message: error.message }
      : { code: 'unexpected', message: 'The import stopped; it is tried again by itself' }
  await setState(ctx, importId, { state: 'failed', failure })
  if (!isUnreadable) throw error
  ctx.log.warn({ importId, failure }, 'catalogue import refused')
}

const setState = (
  ctx: Context,
  importId: CatalogueImportId,
  { state, failure }: { state: 'running' | 'failed'; failure?: ImportFailure },
): Promise<number> =>
  inTransaction(ctx, (tx) => {
    const finishedAt = state === 'failed' ? ctx.clock() : null
    const change = JSON.stringify(failure === undefined ? {} : { failure })
    return tx.$executeRaw`
      update catalogue_import set state = ${state}, finished_at = ${finishedAt}::timestamptz,
        report = (report - 'failure') || ${change}::jsonb
      where id = ${importId}::uuid and state <> 'completed'`
  })

/** Reading the files is a tenth of the work, comparing them another; the rest is writing. */
const READ_PERCENT = 10
const COMPARED_PERCENT = 20

function percentOf({ phase, done, total }: ImportProgress): number {
  if (phase === 'read') return READ_PERCENT
  const share = phase === 'compared' || total === 0 ? 0 : done / total
  return Math.round(COMPARED_PERCENT + (100 - COMPARED_PERCENT) * share)
}

/** A lost progress message must not lose the import. */
const tell = (ctx: Context, telling: Promise<void>): Promise<void> =>
  telling.catch((err: unknown) => ctx.log.warn({ err }, 'import progress not told'))
