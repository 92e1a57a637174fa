import { z } from 'zod'
import type { DomainErrorCode } from '../kernel/errors.js'
import { DeliveryId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { deliverDelivery } from './deliver-delivery.js'
import { discrepancyRoutes } from './discrepancy-routes.js'
import { dispatchDelivery } from './dispatch-delivery.js'
import { leaveBehind } from './leave-behind.js'
import { packDelivery } from './pack-delivery.js'
import { getDelivery, listDeliveries } from './queries.js'
import { receiveDelivery } from './receive-delivery.js'
import {
  DeliveryPage,
  DeliveryView,
  LeaveBehindInput,
  ListDeliveriesQuery,
  PackDeliveryInput,
  ReceiveDeliveryInput,
} from './schema.js'
import { PACKERS, rolesFor } from './transitions.js'

const params = z.object({ id: DeliveryId })
const tag = 'Deliveries'

/** What every step of a delivery has in common. */
const step = (
  operationId: string,
  summary: string,
  access: { roles: readonly Role[]; problems?: readonly DomainErrorCode[] },
) =>
  contract({
    operationId,
    summary,
    tag,
    roles: access.roles,
    answers: { 200: { description: 'The delivery after this step', schema: DeliveryView } },
    problems: ['wrong-state', ...(access.problems ?? [])],
  })

export const deliveryRoutes = createRouter()
  .get(
    '/deliveries',
    contract({
      operationId: 'listDeliveries',
      summary: 'Deliveries the caller may see, newest first',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of deliveries', schema: DeliveryPage } },
    }),
    valid('query', ListDeliveriesQuery),
    async (c) => reply(c, DeliveryPage, await listDeliveries(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/deliveries',
    contract({
      operationId: 'packDelivery',
      summary: 'Pack a released order into totes',
      tag,
      roles: PACKERS,
      answers: { 201: { description: 'The delivery, ready to load', schema: DeliveryView } },
      problems: [
        'wrong-state',
        'duplicate',
        'cold-chain-incomplete',
        'container-class-mixed',
        'quantities-unbalanced',
      ],
    }),
    valid('json', PackDeliveryInput),
    async (c) => reply(c, DeliveryView, await packDelivery(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/deliveries/:id',
    contract({
      operationId: 'getDelivery',
      summary: 'One delivery with its totes, lots and differences',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The delivery', schema: DeliveryView } },
    }),
    valid('param', params),
    async (c) => reply(c, DeliveryView, await getDelivery(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/deliveries/:id/dispatch',
    step('dispatchDelivery', 'Let it leave: stock moves, the note takes its number', {
      roles: rolesFor('dispatch'),
      problems: ['lot-blocked', 'lot-expired'],
    }),
    valid('param', params),
    async (c) => reply(c, DeliveryView, await dispatchDelivery(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/deliveries/:id/leave-behind',
    step('leaveBehindDelivery', 'The courier did not load it: its order waits, released', {
      roles: rolesFor('leave-behind'),
    }),
    valid('param', params),
    valid('json', LeaveBehindInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, DeliveryView, await leaveBehind(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/deliveries/:id/deliver',
    step('deliverDelivery', 'Hand it over', { roles: rolesFor('deliver') }),
    valid('param', params),
    async (c) => reply(c, DeliveryView, await deliverDelivery(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/deliveries/:id/receive',
    step('receiveDelivery', 'Say what was accepted, refused and missing, lot by lot', {
      roles: rolesFor('receive'),
      problems: ['quantities-unbalanced', 'four-eyes-required'],
    }),
    valid('param', params),
    valid('json', ReceiveDeliveryInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, DeliveryView, await receiveDelivery(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .route('/', discrepancyRoutes)
