import type { Tx } from '../../platform/db/transaction.js'

/**
 * Changes whenever a row of the catalogue does, whoever wrote it. Every insert or update stamps its row
 * with a later transaction number; instants would not do, since an import commits minutes after the
 * instant it writes.
 */
export async function catalogueVersion(tx: Pick<Tx, '$queryRaw'>): Promise<string> {
  const [row] = await tx.$queryRaw<{ version: string }[]>`
    select concat_ws('.',
      (select count(*)::text || '-' || coalesce(sum(xmin::text::bigint), 0)::text from product),
      (select count(*)::text || '-' || coalesce(sum(xmin::text::bigint), 0)::text from presentation)
    ) as version`
  return row?.version ?? ''
}
