import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Published data that is not ours to keep here, below the folder named by NAVETTE_TEST_REFERENCES: the
 * public database of medicines in `bdpm`, the syntax dictionary and reference scans of GS1 in `gs1`.
 * `undefined` where it is not at hand; the tests that compare with it are then skipped, and say so.
 */
export function referenceFolder(name: 'bdpm' | 'gs1'): string | undefined {
  const references = process.env['NAVETTE_TEST_REFERENCES']
  if (references === undefined) return undefined
  const folder = join(references, name)
  return existsSync(folder) ? folder : undefined
}
