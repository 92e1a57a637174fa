import { basename, resolve } from 'node:path'
import {
  type ImportProgress,
  type ImportReport,
  importBdpm,
  loadBdpmFolder,
} from '../catalogue/index.js'
import type { Context } from '../platform/context.js'

/**
 * Imports the public medicines database from its files in one folder, as published.
 * @throws DomainError `import-unreadable` · `forbidden`
 */
export async function importBdpmFolder(
  ctx: Context,
  folder: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const source = await loadBdpmFolder(folder)
  return importBdpm(ctx, source, { name: basename(resolve(folder)), onProgress })
}
