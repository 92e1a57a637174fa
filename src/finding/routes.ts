import type { ProductSearch } from '../catalogue/index.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { findAnything } from './find-anything.js'
import { FindQuery, FoundItems } from './schema.js'

/** One field that finds everything: what the palette of the screens and every scanner asks. */
export const findingRoutes = (search: ProductSearch) =>
  createRouter().get(
    '/search',
    contract({
      operationId: 'findAnything',
      summary: 'Find by number, code, name or scan, among what the caller may see',
      description:
        'Orders, deliveries by their note, documents, totes, shipments and tubes, lots, runs, products and establishments; a GS1 scan finds its product and lot, an SSCC its tote or container. At most eight of a kind, exact ones first.',
      tag: 'Search',
      roles: 'any',
      answers: { 200: { description: 'What was found', schema: FoundItems } },
    }),
    valid('query', FindQuery),
    async (c) => reply(c, FoundItems, await findAnything(c.var.ctx, search, c.req.valid('query'))),
  )
