import type { RecordDiff } from '../bdpm/diff-catalogue.js'
import type { BdpmFinding, FindingKind } from '../bdpm/records.js'
import type { StoredPresentation, StoredProduct } from './stored.js'

const SAMPLE_SIZE = 20

/** What one kind of record went through, with the first few codes of each fate. */
export type ImportCounts = {
  readonly added: number
  readonly changed: number
  readonly left: number
  readonly unchanged: number
  readonly samples: {
    readonly added: readonly string[]
    readonly changed: readonly { readonly code: string; readonly fields: readonly string[] }[]
    readonly left: readonly string[]
  }
}

/** Plain JSON: stored with the import, shown to the pharmacist. */
export type ImportReport = {
  readonly importId: string
  readonly products: ImportCounts
  readonly presentations: ImportCounts
  /** Packs whose medicine is not in the edition: not imported. */
  readonly orphans: number
  /** Wrong check digits: not imported. */
  readonly invalidCodes: number
  readonly duplicates: number
  readonly unreadableValues: number
  readonly unknownWords: number
  readonly absentFiles: readonly string[]
  /** Packs whose content could not be read beyond doubt: the pharmacist completes them before receiving. */
  readonly packsWithoutUnits: number
  readonly findings: readonly {
    readonly kind: string
    readonly file: string
    readonly line: number | null
    readonly code: string | null
    readonly value: string
  }[]
}

export function importReport(parts: {
  importId: string
  products: RecordDiff<StoredProduct>
  presentations: RecordDiff<StoredPresentation>
  findings: readonly BdpmFinding[]
  packsWithoutUnits: number
}): ImportReport {
  const { importId, products, presentations, findings, packsWithoutUnits } = parts
  const found = (kind: FindingKind) => findings.filter((finding) => finding.kind === kind)
  return {
    importId,
    products: counts(products, ({ cis }) => cis),
    presentations: counts(presentations, ({ cip13 }) => cip13),
    orphans: found('orphan-presentation').length,
    invalidCodes: found('invalid-code').length,
    duplicates: found('duplicate').length,
    unreadableValues: found('unreadable-value').length,
    unknownWords: found('unknown-word').length,
    absentFiles: found('file-absent').map(({ file }) => file),
    packsWithoutUnits,
    findings: findings.slice(0, SAMPLE_SIZE).map((finding) => ({ ...finding })),
  }
}

function counts<T>(diff: RecordDiff<T>, codeOf: (record: T) => string): ImportCounts {
  const { added, changed, left, unchanged } = diff
  return {
    added: added.length,
    changed: changed.length,
    left: left.length,
    unchanged,
    samples: {
      added: added.slice(0, SAMPLE_SIZE).map(codeOf),
      changed: changed
        .slice(0, SAMPLE_SIZE)
        .map(({ record, fields }) => ({ code: codeOf(record), fields })),
      left: left.slice(0, SAMPLE_SIZE).map(codeOf),
    },
  }
}
