import type { BdpmCatalogue, BdpmPresentation, BdpmProduct } from './records.js'

export interface RecordDiff<T> {
  readonly added: readonly T[]
  /** The incoming record and the names of the fields that differ. */
  readonly changed: readonly { readonly record: T; readonly fields: readonly string[] }[]
  /** Present before, absent now: withdrawn, never deleted. */
  readonly left: readonly T[]
  readonly unchanged: number
}

export interface CatalogueDiff {
  readonly products: RecordDiff<BdpmProduct>
  readonly presentations: RecordDiff<BdpmPresentation>
}

type Records = Pick<BdpmCatalogue, 'products' | 'presentations'>

/** What a new edition changes. The same edition twice changes nothing. */
export function diffCatalogue(current: Records, incoming: Records): CatalogueDiff {
  return {
    products: diffRecords(current.products, incoming.products, (product) => product.cis),
    presentations: diffRecords(current.presentations, incoming.presentations, (pack) => pack.cip13),
  }
}

/** Compares two sets of plain records of the same shape by key; fields in declaration order. */
export function diffRecords<T extends object>(
  current: readonly T[],
  incoming: readonly T[],
  keyOf: (record: T) => string,
): RecordDiff<T> {
  const before = new Map(current.map((record) => [keyOf(record), record]))
  const added: T[] = []
  const changed: { record: T; fields: readonly string[] }[] = []
  let unchanged = 0
  for (const record of incoming) {
    const known = before.get(keyOf(record))
    before.delete(keyOf(record))
    if (known === undefined) {
      added.push(record)
      continue
    }
    const fields = changedFields(known, record)
    if (fields.length === 0) unchanged++
    else changed.push({ record, fields })
  }
  return { added, changed, left: [...before.values()], unchanged }
}

function changedFields(known: object, record: object): string[] {
  const was = new Map(Object.entries(known))
  return Object.entries(record)
    .filter(([field, value]) => !isSame(was.get(field), value))
    .map(([field]) => field)
}

/** Records hold scalars, arrays of strings and one flat object: depth is bounded by their types. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  const values = new Map(left)
  return (
    left.length === right.length && right.every(([key, value]) => isSame(values.get(key), value))
  )
}
