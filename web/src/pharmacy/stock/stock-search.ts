import type { StorageClass } from '../../../../src/kernel/storage-class.js'
import { day, type FiltersOf, flag, number, oneOf, text, uuid } from '../../ui/filters.js'

export const STORAGE_CLASSES = [
  'ambient',
  'cold',
  'frozen',
  'deep-frozen',
] as const satisfies readonly StorageClass[]

export const VIEWS = ['produits', 'lots', 'lieux', 'images'] as const

/** What the address of the stock page says. */
export const StockSearch = {
  vue: oneOf(VIEWS),
  q: text,
  classe: oneOf(STORAGE_CLASSES),
  stup: flag,
  /** Expires within so many days. */
  jours: number,
  bloque: flag,
  dotation: flag,
  /** Nothing of it can be promised. */
  epuise: flag,
  vides: flag,
  /** A week of the expiry picture: from this day, before that one. */
  de: day,
  avant: day,
  lieu: uuid,
}
export type StockSearch = FiltersOf<typeof StockSearch>
