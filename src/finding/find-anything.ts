import type { ProductSearch } from '../catalogue/index.js'
import { visibleRuns } from '../courier/index.js'
import { dayOf } from '../kernel/calendar.js'
import type { Context, Grant } from '../platform/context.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { READS_STOCK } from '../stock/index.js'
import { findEstablishments, findProducts } from './find-by-name.js'
import { FOUND_PER_KIND, findByNumber } from './find-by-number.js'
import { type Question, readQuestion } from './read-question.js'
import { type FindQuery, FOUND_KINDS, type FoundItem, type FoundItems } from './schema.js'

/**
 * Finds what a person types or a scanner reads among what this caller may see, at most eight of a kind:
 * what is called exactly so first, then by kind. What the caller may not see is not there.
 */
export async function findAnything(
  ctx: Context,
  search: ProductSearch,
  { q }: FindQuery,
): Promise<FoundItems> {
  const question = readQuestion(q, Number(dayOf(ctx.clock()).slice(0, 4)))
  const items = await inReadTransaction(ctx, async (tx) => {
    const called = await findByNumber(tx, question, reachOf(ctx))
    const numbered = await withoutHiddenRuns(tx, ctx, called)
    const products = await findProducts(tx, search, narrowed(question, numbered))
    return [
      ...(question.box === null ? numbered : ofProducts(numbered, products)),
      ...products,
      ...(await findEstablishments(tx, question)),
    ]
  })
  return { items: inOrder(items) }
}

/** A code that names something is not also a word to resemble. */
const narrowed = (question: Question, found: readonly FoundItem[]): Question =>
  found.some(({ isExact }) => isExact) && !/^\d{6,}$/.test(question.text)
    ? { ...question, isReference: true }
    : question

/** A lot number means something of one product only: of the box that was scanned, its own. */
function ofProducts(found: readonly FoundItem[], products: readonly FoundItem[]) {
  const ids = new Set(products.map(({ id }) => id))
  return found.filter(({ kind, relatedId = '' }) => kind !== 'lot' || ids.has(relatedId))
}

function reachOf({ actor }: Context) {
  const readsStock = ({ role, establishmentId }: Grant): boolean =>
    establishmentId === undefined && READS_STOCK.includes(role)
  const ids = (grants: readonly Grant[]) => [...new Set(grants.map(({ groupingId }) => groupingId))]
  return { groupingIds: ids(actor.grants), stockGroupingIds: ids(actor.grants.filter(readsStock)) }
}

/** Which runs a courier may see is decided where runs are. */
async function withoutHiddenRuns(
  tx: Tx,
  ctx: Context,
  items: readonly FoundItem[],
): Promise<readonly FoundItem[]> {
  const ids = items.flatMap(({ kind, id }) => (kind === 'run' ? [id] : []))
  if (ids.length === 0) return items
  const where = { AND: [visibleRuns(ctx), { id: { in: ids } }] }
  const shown = await tx.run.findMany({ where, select: { id: true } })
  const visible = new Set(shown.map(({ id }) => id))
  return items.filter(({ kind, id }) => kind !== 'run' || visible.has(id))
}

/** Once each, at most eight of a kind; exact ones first, then in the order of the kinds. */
function inOrder(found: readonly FoundItem[]): FoundItem[] {
  const once = new Map<string, FoundItem>()
  for (const item of found) {
    const key = `${item.kind} ${item.id}`
    if (item.isExact || !once.has(key)) once.set(key, item)
  }
  const exactFirst = [...once.values()].sort((a, b) => Number(b.isExact) - Number(a.isExact))
  const perKind = FOUND_KINDS.flatMap((kind) =>
    exactFirst.filter((item) => item.kind === kind).slice(0, FOUND_PER_KIND),
  )
  return perKind.sort((a, b) => Number(b.isExact) - Number(a.isExact))
}
