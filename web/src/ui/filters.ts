/** What a word of the address means; nothing when it means nothing here. */
export type Reading<Value> = (written: unknown) => Value | undefined

/** The filters of a list by their name in the address, each with how it is read. */
export type Readings = Readonly<Record<string, Reading<unknown>>>

export type FiltersOf<Words extends Readings> = {
  readonly [Word in keyof Words]?: ReturnType<Words[Word]>
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Digits alone arrive as a number: what was typed is still a text. */
export const text: Reading<string> = (written) => {
  if (typeof written === 'number') return String(written)
  return typeof written === 'string' && written !== '' ? written : undefined
}

export const number: Reading<number> = (written) => {
  const value = typeof written === 'string' && written.trim() !== '' ? Number(written) : written
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export const flag: Reading<boolean> = (written) =>
  typeof written === 'boolean' ? written : undefined

/** A day of the calendar, `2026-03-31`. */
export const day: Reading<string> = (written) => {
  const found = matching(written, DAY)
  if (found === undefined) return undefined
  const at = new Date(found)
  // The 31st of February would be read as the 3rd of March.
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(found) ? found : undefined
}

export const uuid: Reading<string> = (written) => matching(written, UUID)

export const oneOf =
  <const Known extends string>(known: readonly Known[]): Reading<Known> =>
  (written) =>
    known.find((each) => each === written)

/** What the address says, word by word: one that cannot be read leaves the others as they are. */
export function readFilters<const Words extends Readings>(
  words: Words,
  written: Readonly<Record<string, unknown>>,
): FiltersOf<Words>
export function readFilters(
  words: Readings,
  written: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const read = Object.entries(words).map(([word, reading]) => [word, reading(written[word])])
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

const matching = (written: unknown, form: RegExp): string | undefined =>
  typeof written === 'string' && form.test(written) ? written : undefined
