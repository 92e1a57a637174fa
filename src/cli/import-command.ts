import type { ImportReport } from '../catalogue/index.js'
import { DomainError } from '../kernel/errors.js'
import { progressLine } from '../start/progress.js'
import { importBdpmFolder } from './import-bdpm.js'
import { EXIT, report } from './report.js'
import { groupingIds, operatorContext, withRuntime } from './with-runtime.js'

/** `navette import bdpm <folder>`: what appeared, changed and left; a second run changes nothing. */
export function importCommand(folder: string, json: boolean): Promise<number> {
  return withRuntime(async (runtime) => {
    const groupings = await groupingIds(runtime)
    if (groupings.length === 0) {
      throw new DomainError(
        'not-found',
        'Il n’y a encore aucun groupement : fondez-en un avec « navette grouping create » avant d’importer.',
      )
    }
    const progress = progressLine({ silent: json })
    const result = await importBdpmFolder(
      operatorContext(runtime, groupings),
      folder,
      ({ phase, done, total }) => progress.advance(PHASES[phase], done, total),
    )
    progress.end()
    report(result, { json, text: () => summary(result) })
    return EXIT.done
  })
}

const PHASES = { read: 'lus', compared: 'comparés', written: 'écrits' } as const

function summary(result: ImportReport): string {
  const { products, presentations, orphans, invalidCodes, packsWithoutUnits } = result
  return [
    'Base publique des médicaments importée.',
    `  Médicaments : ${counts(products)}`,
    `  Présentations : ${counts(presentations)}`,
    `  Écartées : ${orphans} sans médicament, ${invalidCodes} avec une clé fausse`,
    `  À compléter : ${packsWithoutUnits} dont le contenu n’a pu être lu`,
  ].join('\n')
}

const counts = ({ added, changed, left, unchanged }: ImportReport['products']): string =>
  `${added} de plus, ${changed} modifiés, ${left} retirés, ${unchanged} inchangés`
