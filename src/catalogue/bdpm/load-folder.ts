import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '../../kernel/errors.js'
import { type BdpmSource, bdpmFileOf } from './files.js'

/**
 * The public database's files found in one folder, by file name; anything else in it is ignored.
 * @throws DomainError `import-unreadable` when the folder cannot be read
 */
export async function loadBdpmFolder(folder: string): Promise<BdpmSource> {
  const names = await readdir(folder).catch(() => {
    throw new DomainError('import-unreadable', `The folder ${folder} cannot be read`, { folder })
  })
  const files = new Map<string, Uint8Array>()
  for (const name of names.filter((one) => bdpmFileOf(one) !== undefined).sort()) {
    files.set(name, await readFile(join(folder, name)))
  }
  return files
}
