import { createMiddleware } from 'hono/factory'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import type { AppEnv } from '../platform/http/env.js'
import { changePresentation } from './change-presentation.js'
import { changeProduct } from './change-product.js'
import { createProduct } from './create-product.js'
import { listProducts } from './list-products.js'
import { showProduct } from './product-view.js'
import { CATALOGUE_EDITORS } from './roles.js'
import {
  ChangePresentationInput,
  ChangeProductInput,
  CreateProductInput,
  ListProductsQuery,
  PresentationParam,
  ProductPage,
  ProductParam,
  ProductView,
  SetVatRateInput,
} from './schema.js'
import type { ProductSearch } from './search/product-search.js'
import { setVatRate } from './set-vat-rate.js'

const tag = 'Catalogue'

/** Whoever has just changed a product looks for it next: this process looks again at once. */
const looksAgain = (search: ProductSearch) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    if (c.req.method === 'GET' || !c.res.ok) return
    search.refresh().catch((err: unknown) => c.var.log.warn({ err }, 'catalogue not looked at'))
  })

/** Products: searched in memory, shown and changed in the database. */
export const productRoutes = (search: ProductSearch) =>
  createRouter()
    .use('/products/*', looksAgain(search))
    .get(
      '/products',
      contract({
        operationId: 'listProducts',
        summary: 'Search the catalogue as one types, or read it page by page',
        description:
          'With `search`, the best fifty at most and no next page: names, substances, strengths and codes, with or without accents, typos understood.',
        tag,
        roles: 'any',
        answers: { 200: { description: 'Products, best first', schema: ProductPage } },
      }),
      valid('query', ListProductsQuery),
      async (c) => reply(c, ProductPage, await listProducts(search, c.req.valid('query'))),
    )
    .post(
      '/products',
      contract({
        operationId: 'createProduct',
        summary: 'Add a product the public database does not publish',
        tag,
        roles: CATALOGUE_EDITORS,
        answers: { 201: { description: 'The product', schema: ProductView } },
        problems: ['duplicate'],
      }),
      valid('json', CreateProductInput),
      async (c) => reply(c, ProductView, await createProduct(c.var.ctx, c.req.valid('json')), 201),
    )
    .get(
      '/products/:productId',
      contract({
        operationId: 'showProduct',
        summary: 'One product with its packs, VAT rates by date and substitutes',
        tag,
        roles: 'any',
        answers: { 200: { description: 'The product', schema: ProductView } },
      }),
      valid('param', ProductParam),
      async (c) =>
        reply(c, ProductView, await showProduct(c.var.ctx, c.req.valid('param').productId)),
    )
    .patch(
      '/products/:productId',
      contract({
        operationId: 'changeProduct',
        summary: 'Change what the pharmacy decides about a product',
        tag,
        roles: CATALOGUE_EDITORS,
        answers: { 200: { description: 'The product', schema: ProductView } },
      }),
      valid('param', ProductParam),
      valid('json', ChangeProductInput),
      async (c) => {
        const { productId } = c.req.valid('param')
        const view = await changeProduct(c.var.ctx, productId, c.req.valid('json'))
        return reply(c, ProductView, view)
      },
    )
    .patch(
      '/products/:productId/presentations/:presentationId',
      contract({
        operationId: 'changePresentation',
        summary: 'Say how many dispensing units a pack holds',
        tag,
        roles: CATALOGUE_EDITORS,
        answers: { 200: { description: 'The product', schema: ProductView } },
      }),
      valid('param', PresentationParam),
      valid('json', ChangePresentationInput),
      async (c) => {
        const key = c.req.valid('param')
        const view = await changePresentation(c.var.ctx, key, c.req.valid('json'))
        return reply(c, ProductView, view)
      },
    )
    .post(
      '/products/:productId/vat-rates',
      contract({
        operationId: 'setVatRate',
        summary: 'Give a product a new VAT rate from a day on',
        tag,
        roles: CATALOGUE_EDITORS,
        answers: { 201: { description: 'The product', schema: ProductView } },
      }),
      valid('param', ProductParam),
      valid('json', SetVatRateInput),
      async (c) => {
        const { productId } = c.req.valid('param')
        const view = await setVatRate(c.var.ctx, productId, c.req.valid('json'))
        return reply(c, ProductView, view, 201)
      },
    )
