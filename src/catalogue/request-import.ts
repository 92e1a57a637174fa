import { importBdpm } from '../../jobs/declarations/catalogue.js'
import { recordAudit } from '../audit/index.js'
import { invalidField } from '../kernel/errors.js'
import { newId } from '../kernel/ids.js'
import type { BlobStore } from '../platform/blobs/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { enqueue } from '../platform/outbox/enqueue.js'
import { BDPM_FILES, type BdpmSource, bdpmFileOf } from './bdpm/files.js'
import { digestOf } from './import/digest.js'
import { CatalogueImportId } from './import/import-id.js'
import type { CatalogueImportView, StoredFile } from './import-schema.js'
import { importView, loadImport } from './imports.js'
import { requireCatalogueEditor } from './roles.js'

export interface UploadedEdition {
  readonly name: string
  readonly files: BdpmSource
}

/**
 * Keeps the uploaded files of an edition and asks for their import, which runs as a job.
 * @throws DomainError `forbidden` · `invalid-input` a file that is not of the public database, sent
 * twice or missing · `storage-unavailable`
 */
export async function requestImport(
  ctx: Context,
  blobs: Pick<BlobStore, 'put'>,
  { name, files }: UploadedEdition,
): Promise<CatalogueImportView> {
  const groupingId = requireCatalogueEditor(ctx)
  refuseIncomplete(files)
  const stored = await keepFiles(blobs, files)
  return inTransaction(ctx, async (tx) => {
    const importId = newId(CatalogueImportId)
    await tx.catalogueImport.create({
      data: {
        id: importId,
        source: name,
        sourceSha256: digestOf(files),
        state: 'queued',
        report: { files: stored },
        startedById: ctx.actor.userId,
        startedAt: ctx.clock(),
      },
      select: { id: true },
    })
    await enqueue(tx, ctx, importBdpm, { payload: { importId }, groupingId })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'catalogue-import.requested',
      subjectType: 'catalogue-import',
      subjectId: importId,
      details: { source: name, files: stored },
    })
    return importView(await loadImport(tx, importId))
  })
}

function refuseIncomplete(files: BdpmSource): void {
  const seen = new Set<string>()
  for (const name of files.keys()) {
    const file = bdpmFileOf(name)
    if (file === undefined) {
      throw invalidField(name, 'This file is not one of the public medicines database')
    }
    if (seen.has(file)) throw invalidField(name, `${file} was sent twice`)
    seen.add(file)
  }
  for (const [file, { optional }] of Object.entries(BDPM_FILES)) {
    if (!optional && !seen.has(file)) throw invalidField(file, 'This file is missing: send it too')
  }
}

async function keepFiles(blobs: Pick<BlobStore, 'put'>, files: BdpmSource): Promise<StoredFile[]> {
  const stored: StoredFile[] = []
  for (const [name, bytes] of files) {
    const { sha256, sizeBytes } = await blobs.put(bytes, 'application/octet-stream')
    stored.push({ name, sha256, sizeBytes })
  }
  return stored
}
