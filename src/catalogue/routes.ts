import type { BlobStore } from '../platform/blobs/index.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { importRoutes } from './import-routes.js'
import { productRoutes } from './product-routes.js'
import { CATALOGUE_EDITORS } from './roles.js'
import { AddSubstituteInput, SubstituteKey, SubstituteView } from './schema.js'
import type { ProductSearch } from './search/product-search.js'
import { addSubstitute, removeSubstitute } from './substitutes.js'

const tag = 'Catalogue'

const substituteRoutes = createRouter()
  .post(
    '/substitutes',
    contract({
      operationId: 'addSubstitute',
      summary: 'Say what a grouping may give when a product is short',
      tag,
      roles: CATALOGUE_EDITORS,
      answers: { 201: { description: 'The substitute', schema: SubstituteView } },
      problems: ['duplicate'],
    }),
    valid('json', AddSubstituteInput),
    async (c) => reply(c, SubstituteView, await addSubstitute(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete(
    '/substitutes/:groupingId/:productId/:substituteId',
    contract({
      operationId: 'removeSubstitute',
      summary: 'Take a substitute off a grouping’s list',
      tag,
      roles: CATALOGUE_EDITORS,
      answers: { 200: { description: 'What was removed', schema: SubstituteView } },
    }),
    valid('param', SubstituteKey),
    async (c) => reply(c, SubstituteView, await removeSubstitute(c.var.ctx, c.req.valid('param'))),
  )

export interface CatalogueRoutesDeps {
  /** One per process: `openProductSearch`. */
  readonly search: ProductSearch
  /** Keeps uploaded editions until their job has read them. */
  readonly blobs: BlobStore
}

/** The shared catalogue: products, substitutes, and imports of the public medicines database. */
export const catalogueRoutes = ({ search, blobs }: CatalogueRoutesDeps) =>
  createRouter()
    .route('/', productRoutes(search))
    .route('/', substituteRoutes)
    .route('/', importRoutes(blobs))
