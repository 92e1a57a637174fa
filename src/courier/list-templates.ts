import type { RunTemplateId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { readTemplate, TEMPLATE_PARTS, templateView } from './load-template.js'
import type { ListRunTemplatesQuery, RunTemplateList, RunTemplateView } from './template-schema.js'

/** The recurring runs of the caller's groupings, by hour of departure; a grouping has a dozen at most. */
export const listTemplates = (
  ctx: Context,
  { groupingId }: ListRunTemplatesQuery,
): Promise<RunTemplateList> =>
  inReadTransaction(ctx, async (tx) => {
    const rows = await tx.runTemplate.findMany({
      where: groupingId === undefined ? {} : { groupingId },
      include: TEMPLATE_PARTS,
      orderBy: [{ departsAt: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    })
    return { items: rows.map(templateView) }
  })

/** @throws DomainError `not-found` */
export const getTemplate = (ctx: Context, id: RunTemplateId): Promise<RunTemplateView> =>
  inReadTransaction(ctx, async (tx) => templateView(await readTemplate(tx, id)))
