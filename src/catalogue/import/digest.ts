import { createHash } from 'node:crypto'
import type { BdpmSource } from '../bdpm/files.js'

/** Over names and bytes, in name order: tells whether two imports read the same files. */
export function digestOf(source: BdpmSource): string {
  const hash = createHash('sha256')
  for (const [file, bytes] of [...source].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(file).update('\0').update(bytes).update('\0')
  }
  return hash.digest('hex')
}
