/** What came with a refusal, of whatever shape: read with care, since another version may send it. */
export type Details = Readonly<Record<string, unknown>>

export const textOf = (details: Details, name: string): string | undefined => {
  const value = details[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const countOf = (details: Details, name: string): number | undefined => {
  const value = details[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const itemsOf = (details: Details, name: string): readonly unknown[] => {
  const value = details[name]
  return Array.isArray(value) ? value : []
}

export const textsOf = (details: Details, name: string): readonly string[] =>
  itemsOf(details, name).filter((item) => typeof item === 'string')

export const rowsOf = (details: Details, name: string): readonly Details[] =>
  itemsOf(details, name).filter(isDetails)

const isDetails = (value: unknown): value is Details => typeof value === 'object' && value !== null
