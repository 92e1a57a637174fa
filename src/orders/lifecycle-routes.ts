import { z } from 'zod'
import type { DomainErrorCode } from '../kernel/errors.js'
import { OrderId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { allocateOrder } from './allocate-order.js'
import { approveOrder } from './approve-order.js'
import { cancelOrder } from './cancel-order.js'
import { finishPicking } from './finish-picking.js'
import { pickForOrder } from './pick-units.js'
import { rejectOrder } from './reject-order.js'
import { releaseOrder } from './release-order.js'
import {
  ApproveOrderInput,
  FinishPickingInput,
  PickInput,
  ReasonInput,
  RejectOrderInput,
} from './schema.js'
import { startPicking } from './start-picking.js'
import { submitOrder } from './submit-order.js'
import { resumeOrder, suspendOrder } from './suspend-order.js'
import { type OrderAction, rolesFor } from './transitions.js'
import { OrderView } from './view-schema.js'

const params = z.object({ id: OrderId })

/** What every step has in common: who may, what it answers, and that the state may forbid it. */
const step = (
  action: OrderAction,
  operationId: string,
  summary: string,
  problems: readonly DomainErrorCode[] = [],
) =>
  contract({
    operationId,
    summary,
    tag: 'Orders',
    roles: rolesFor(action),
    answers: { 200: { description: 'The order after this step', schema: OrderView } },
    problems: ['wrong-state', ...problems],
  })

export const lifecycleRoutes = createRouter()
  .post(
    '/orders/:id/submit',
    step('submit', 'submitOrder', 'Send a draft to the pharmacy', ['not-a-member']),
    valid('param', params),
    async (c) => reply(c, OrderView, await submitOrder(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/orders/:id/approve',
    step('approve', 'approveOrder', 'Decide line by line', ['over-approved']),
    valid('param', params),
    valid('json', ApproveOrderInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await approveOrder(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/orders/:id/reject',
    step('reject', 'rejectOrder', 'Refuse the whole order, with the reason'),
    valid('param', params),
    valid('json', RejectOrderInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await rejectOrder(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/orders/:id/allocate',
    step('allocate', 'allocateOrder', 'Reserve lots, earliest expiry first', [
      'insufficient-stock',
    ]),
    valid('param', params),
    async (c) => reply(c, OrderView, await allocateOrder(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/orders/:id/start-picking',
    step('start-picking', 'startPicking', 'Take the order to prepare'),
    valid('param', params),
    async (c) => reply(c, OrderView, await startPicking(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/orders/:id/pick',
    step('pick', 'pickForOrder', 'Take units of a kept lot, by scan or by hand', [
      'scan-mismatch',
      'scan-unreadable',
      'lot-blocked',
      'lot-expired',
      'over-approved',
    ]),
    valid('param', params),
    valid('json', PickInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await pickForOrder(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/orders/:id/finish-picking',
    step('finish-picking', 'finishPicking', 'End the preparation, saying why a line is short'),
    valid('param', params),
    valid('json', FinishPickingInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await finishPicking(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/orders/:id/release',
    step('release', 'releaseOrder', 'Pharmaceutical release', ['four-eyes-required']),
    valid('param', params),
    async (c) => reply(c, OrderView, await releaseOrder(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/orders/:id/cancel',
    step('cancel', 'cancelOrder', 'Call the order off before it leaves'),
    valid('param', params),
    valid('json', ReasonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await cancelOrder(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/orders/:id/suspend',
    step('suspend', 'suspendOrder', 'Stop an order that is still at the hub'),
    valid('param', params),
    valid('json', ReasonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await suspendOrder(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/orders/:id/resume',
    step('resume', 'resumeOrder', 'Go on where the order was stopped'),
    valid('param', params),
    valid('json', ReasonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, OrderView, await resumeOrder(c.var.ctx, id, c.req.valid('json')))
    },
  )
