import { importBdpm, loadBdpmFolder } from '../catalogue/index.js'
import { DomainError } from '../kernel/errors.js'
import { progressLine } from '../start/progress.js'
import { EXIT, report } from './report.js'
import { groupingIds, operatorContext, withRuntime } from './with-runtime.js'

/** `navette import bdpm <folder>`: what appeared, changed and left; a second run changes nothing. */
export function importCommand(folder: string, json: boolean): Promise<number> {
  return withRuntime(async (runtime) => {
    const groupings = await groupingIds(runtime)
    if (groupings.length === 0) {
      throw new DomainError(
        'not-found',
        'There is no grouping yet: found one, or run navette demo, before importing.',
      )
    }
    const progress = progressLine({ silent: json })
    const result = await importBdpm(
      operatorContext(runtime, groupings),
      await loadBdpmFolder(folder),
      {
        onProgress: ({ phase, done, total }) => progress.advance(PHASES[phase], done, total),
      },
    )
    progress.end()
    report(result, { json, text: () => JSON.stringify(result, null, 2) })
    return EXIT.done
  })
}

const PHASES = { read: 'lus', compared: 'comparés', written: 'écrits' } as const
