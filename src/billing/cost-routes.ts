import { z } from 'zod'
import { AllocationKeyId, ChargeId, CostPoolId, GroupingId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { createAllocationKey } from './create-allocation-key.js'
import { createCostPool } from './create-cost-pool.js'
import {
  FINANCE_READERS,
  getAllocationKey,
  listAllocationKeys,
  listCharges,
  listCostPools,
} from './queries.js'
import { recordCharge } from './record-charge.js'
import { recordDriver } from './record-driver.js'
import { reverseCharge } from './reverse-charge.js'
import {
  AllocationKeyView,
  ChargeView,
  CostPoolView,
  CreateAllocationKeyInput,
  CreateCostPoolInput,
  MonthInput,
  RecordChargeInput,
  RecordDriverInput,
  RecordedDriverView,
} from './schema.js'

const tag = 'Finance'
const GroupingOnly = z.object({ groupingId: GroupingId })
const PoolParam = z.object({ id: CostPoolId })
const KeyParam = z.object({ id: AllocationKeyId })
const ChargeParam = z.object({ id: ChargeId })
const ReasonInput = z.strictObject({ reason: z.string().trim().min(3).max(400) })
const PoolList = z.object({ items: z.array(CostPoolView) })
const KeyList = z.object({ items: z.array(AllocationKeyView) })
const ChargeList = z.object({ items: z.array(ChargeView) })

/** Pools, keys, charges and recorded drivers: what a month will split. */
export const costRoutes = createRouter()
  .get(
    '/cost-pools',
    contract({
      operationId: 'listCostPools',
      summary: 'Cost pools of a grouping',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'In their fixed order', schema: PoolList } },
    }),
    valid('query', GroupingOnly),
    async (c) =>
      reply(c, PoolList, {
        items: await listCostPools(c.var.ctx, c.req.valid('query').groupingId),
      }),
  )
  .post(
    '/cost-pools',
    contract({
      operationId: 'createCostPool',
      summary: 'Open a cost pool',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'The new pool', schema: CostPoolView } },
      problems: ['duplicate'],
    }),
    valid('json', CreateCostPoolInput),
    async (c) => reply(c, CostPoolView, await createCostPool(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/cost-pools/:id/allocation-keys',
    contract({
      operationId: 'listAllocationKeys',
      summary: 'Every version of a pool’s allocation key',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'Newest first', schema: KeyList } },
    }),
    valid('param', PoolParam),
    async (c) =>
      reply(c, KeyList, { items: await listAllocationKeys(c.var.ctx, c.req.valid('param').id) }),
  )
  .post(
    '/allocation-keys',
    contract({
      operationId: 'createAllocationKey',
      summary: 'Give a pool a new key from a month on',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'The new key', schema: AllocationKeyView } },
      problems: ['period-closed'],
    }),
    valid('json', CreateAllocationKeyInput),
    async (c) =>
      reply(c, AllocationKeyView, await createAllocationKey(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/allocation-keys/:id',
    contract({
      operationId: 'getAllocationKey',
      summary: 'One version of an allocation key',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'The key', schema: AllocationKeyView } },
    }),
    valid('param', KeyParam),
    async (c) =>
      reply(c, AllocationKeyView, await getAllocationKey(c.var.ctx, c.req.valid('param').id)),
  )
  .get(
    '/charges',
    contract({
      operationId: 'listCharges',
      summary: 'Charges of a month',
      tag,
      roles: FINANCE_READERS,
      answers: { 200: { description: 'As recorded', schema: ChargeList } },
    }),
    valid('query', MonthInput),
    async (c) =>
      reply(c, ChargeList, { items: await listCharges(c.var.ctx, c.req.valid('query')) }),
  )
  .post(
    '/charges',
    contract({
      operationId: 'recordCharge',
      summary: 'Record a cost of a pool',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'The charge, in the month it lands in', schema: ChargeView } },
    }),
    valid('json', RecordChargeInput),
    async (c) => reply(c, ChargeView, await recordCharge(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/charges/:id/reverse',
    contract({
      operationId: 'reverseCharge',
      summary: 'Correct a charge by a contrary one',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'The contrary charge', schema: ChargeView } },
      problems: ['duplicate'],
    }),
    valid('param', ChargeParam),
    valid('json', ReasonInput),
    async (c) =>
      reply(
        c,
        ChargeView,
        await reverseCharge(c.var.ctx, c.req.valid('param').id, c.req.valid('json')),
        201,
      ),
  )
  .post(
    '/recorded-drivers',
    contract({
      operationId: 'recordDriver',
      summary: 'Record hours, kilometres or patient-days of a member',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'What counts from now on', schema: RecordedDriverView } },
      problems: ['period-closed'],
    }),
    valid('json', RecordDriverInput),
    async (c) =>
      reply(c, RecordedDriverView, await recordDriver(c.var.ctx, c.req.valid('json')), 201),
  )
