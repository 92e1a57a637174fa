import { z } from 'zod'

/** Lists page by cursor: the id of the last row seen. Ids are time-ordered, so pages stay stable. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** A page of `item`, with the cursor of the next one when there is more. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() })

/** Cuts a result fetched with `limit + 1` rows into a page. */
export function toPage<Item extends { id: string }>(
  rows: readonly Item[],
  limit: number,
): { items: Item[]; nextCursor?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last !== undefined ? { items, nextCursor: last.id } : { items }
}
