import { z } from 'zod'
import { OrderId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { createOrder } from './create-order.js'
import { editOrder } from './edit-order.js'
import { FORESEES_SUPPLY, foreseeSupply } from './foresee-supply.js'
import { versionFrom } from './if-match.js'
import { lifecycleRoutes } from './lifecycle-routes.js'
import { getOrder, listOrders } from './queries.js'
import { CreateOrderInput, EditOrderInput, ListOrdersQuery } from './schema.js'
import { OrderSupply } from './supply-schema.js'
import { rolesFor } from './transitions.js'
import { OrderPage, OrderView } from './view-schema.js'

const params = z.object({ id: OrderId })
const tag = 'Orders'

export const orderRoutes = createRouter()
  .get(
    '/orders',
    contract({
      operationId: 'listOrders',
      summary: 'Orders the caller may see, newest first or by cut-off',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of orders', schema: OrderPage } },
    }),
    valid('query', ListOrdersQuery),
    async (c) => reply(c, OrderPage, await listOrders(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/orders',
    contract({
      operationId: 'createOrder',
      summary: 'Open a draft order, from lines or from an allotment',
      tag,
      roles: rolesFor('edit'),
      answers: { 201: { description: 'The draft', schema: OrderView } },
      problems: ['not-a-member'],
    }),
    valid('json', CreateOrderInput),
    async (c) => reply(c, OrderView, await createOrder(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/orders/:id',
    contract({
      operationId: 'getOrder',
      summary: 'One order with its lines, timeline, backorders and deliveries',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The order; its ETag is its version', schema: OrderView } },
    }),
    valid('param', params),
    async (c) => {
      const order = await getOrder(c.var.ctx, c.req.valid('param').id)
      c.header('etag', `"${order.version}"`)
      return reply(c, OrderView, order)
    },
  )
  .get(
    '/orders/:id/supply',
    contract({
      operationId: 'foreseeOrderSupply',
      summary: 'What the hub could give now for each line, why not more, and what instead',
      tag,
      roles: FORESEES_SUPPLY,
      answers: { 200: { description: 'Nothing is reserved by asking', schema: OrderSupply } },
    }),
    valid('param', params),
    async (c) => reply(c, OrderSupply, await foreseeSupply(c.var.ctx, c.req.valid('param').id)),
  )
  .patch(
    '/orders/:id',
    contract({
      operationId: 'editOrder',
      summary: 'Change a draft',
      description: 'Send the version that was read as `If-Match: "3"`.',
      tag,
      roles: rolesFor('edit'),
      answers: { 200: { description: 'The draft as changed', schema: OrderView } },
      problems: ['precondition-failed', 'wrong-state'],
    }),
    valid('param', params),
    valid('json', EditOrderInput),
    async (c) => {
      const version = versionFrom(c.req.header('if-match'))
      const { id } = c.req.valid('param')
      const order = await editOrder(c.var.ctx, id, { ...c.req.valid('json'), version })
      c.header('etag', `"${order.version}"`)
      return reply(c, OrderView, order)
    },
  )
  .route('/', lifecycleRoutes)
