import * as z from 'zod/mini'
import type { StorageClass } from '../../../../src/kernel/storage-class.js'

export const STORAGE_CLASSES = [
  'ambient',
  'cold',
  'frozen',
  'deep-frozen',
] as const satisfies readonly StorageClass[]

export const VIEWS = ['produits', 'lots', 'lieux', 'images'] as const

/** What the address of the stock page says. */
export const StockSearch = z.object({
  vue: z.catch(z.optional(z.enum(VIEWS)), undefined),
  q: z.catch(z.optional(z.coerce.string()), undefined),
  classe: z.catch(z.optional(z.enum(STORAGE_CLASSES)), undefined),
  stup: z.catch(z.optional(z.boolean()), undefined),
  /** Expires within so many days. */
  jours: z.catch(z.optional(z.coerce.number()), undefined),
  bloque: z.catch(z.optional(z.boolean()), undefined),
  dotation: z.catch(z.optional(z.boolean()), undefined),
  /** Nothing of it can be promised. */
  epuise: z.catch(z.optional(z.boolean()), undefined),
  vides: z.catch(z.optional(z.boolean()), undefined),
  /** A week of the expiry picture: from this day, before that one. */
  de: z.catch(z.optional(z.iso.date()), undefined),
  avant: z.catch(z.optional(z.iso.date()), undefined),
  lieu: z.catch(z.optional(z.uuid()), undefined),
})
export type StockSearch = z.infer<typeof StockSearch>
export const NOTHING_ASKED: StockSearch = {}
