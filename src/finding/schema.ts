import { z } from 'zod'

/** What can be found, in the order in which people look for it. */
export const FOUND_KINDS = [
  'order',
  'delivery',
  'document',
  'tote',
  'shipment',
  'tube',
  'lot',
  'run',
  'product',
  'establishment',
] as const
export const FoundKind = z.enum(FOUND_KINDS)
export type FoundKind = z.infer<typeof FoundKind>

export const FindQuery = z.object({
  /** As typed, or as a scanner sends it, separators and symbology identifier included. */
  q: z.string().trim().min(2).max(400).meta({ example: 'C-2026-00418' }),
})
export type FindQuery = z.infer<typeof FindQuery>

export const FoundItem = z
  .object({
    kind: FoundKind,
    id: z.uuid(),
    /** The number or the name it is known by. */
    title: z.string().meta({ example: 'C-2026-00418' }),
    /** Whose, or of what: an establishment, a product, a substance, a town. */
    subtitle: z.string().meta({ example: 'EHPAD Solemnes' }),
    /** The grouping it is of; null for what all share, such as a product. */
    groupingId: z.uuid().nullable(),
    /** Where it is in its life, in the words of its kind; null where it has none. */
    state: z.string().nullable(),
    /** The day that tells it apart: service of a run, expiry of a lot, issue of a document. */
    day: z.iso.date().nullable(),
    /** Named in full by what was typed or scanned, rather than begun or resembled. */
    isExact: z.boolean(),
    /**
     * What it is part of: the order of a delivery, the subject of a document, the delivery of a tote,
     * the shipment of a tube, the product of a lot.
     */
    relatedId: z.uuid().optional(),
  })
  .meta({ ref: 'FoundItem' })
export type FoundItem = z.infer<typeof FoundItem>

export const FoundItems = z.object({ items: z.array(FoundItem) }).meta({ ref: 'FoundItems' })
export type FoundItems = z.infer<typeof FoundItems>
