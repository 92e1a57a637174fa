import { z } from 'zod'
import {
  AllocationKeyId,
  ChargeId,
  CostPoolId,
  GroupingId,
  PeriodId,
  StatementId,
} from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { closePeriod } from './close-period.js'
import { createAllocationKey } from './create-allocation-key.js'
import { createCostPool } from './create-cost-pool.js'
import { disputeStatement } from './dispute-statement.js'
import { finaliseStatement } from './finalise-statement.js'
import { freezePeriod } from './freeze-period.js'
import { monthOfPeriod, openPeriod } from './open-period.js'
import {
  FINANCE_READERS,
  getAllocationKey,
  getStatement,
  listAllocationKeys,
  listCharges,
  listCostPools,
  listPeriods,
  listStatements,
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
  DisputeInput,
  GroupingQuery,
  MonthInput,
  MonthSplitView,
  PeriodPage,
  PeriodView,
  RecordChargeInput,
  RecordDriverInput,
  RecordedDriverView,
  StatementPage,
  StatementQuery,
  StatementView,
} from './schema.js'
import { simulatePeriod } from './simulate-period.js'
import { rolesForPeriod } from './transitions.js'

const tag = 'Finance'
const GroupingOnly = z.object({ groupingId: GroupingId })
const PoolParam = z.object({ id: CostPoolId })
const KeyParam = z.object({ id: AllocationKeyId })
const ChargeParam = z.object({ id: ChargeId })
const PeriodParam = z.object({ id: PeriodId })
const StatementParam = z.object({ id: StatementId })
const ReasonInput = z.strictObject({ reason: z.string().trim().min(3).max(400) })
const PoolList = z.object({ items: z.array(CostPoolView) })
const KeyList = z.object({ items: z.array(AllocationKeyView) })
const ChargeList = z.object({ items: z.array(ChargeView) })

/** Pools, keys, charges, months and statements. */
export const billingRoutes = createRouter()
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
  .get(
    '/periods',
    contract({
      operationId: 'listPeriods',
      summary: 'Accounting months of a grouping',
      tag,
      roles: 'any',
      answers: { 200: { description: 'Newest first', schema: PeriodPage } },
    }),
    valid('query', GroupingQuery),
    async (c) => reply(c, PeriodPage, await listPeriods(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/periods',
    contract({
      operationId: 'openPeriod',
      summary: 'Open a month in which nothing happened yet',
      tag,
      roles: ['finance-controller'],
      answers: { 201: { description: 'The month', schema: PeriodView } },
    }),
    valid('json', MonthInput),
    async (c) => reply(c, PeriodView, await openPeriod(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/periods/:id/split',
    contract({
      operationId: 'simulatePeriod',
      summary: 'What closing a month now would give',
      tag,
      roles: FINANCE_READERS,
      answers: {
        200: {
          description: 'Every pool by member, with what stands in the way',
          schema: MonthSplitView,
        },
      },
      problems: ['key-missing'],
    }),
    valid('param', PeriodParam),
    async (c) =>
      reply(
        c,
        MonthSplitView,
        await simulatePeriod(c.var.ctx, await monthOfPeriod(c.var.ctx, c.req.valid('param').id)),
      ),
  )
  .post(
    '/periods/:id/freeze',
    contract({
      operationId: 'freezePeriod',
      summary: 'Freeze a month: later movements land in the next one',
      tag,
      roles: rolesForPeriod('freeze'),
      answers: { 200: { description: 'The month, frozen', schema: PeriodView } },
      problems: ['period-not-ready', 'wrong-state'],
    }),
    valid('param', PeriodParam),
    async (c) =>
      reply(
        c,
        PeriodView,
        await freezePeriod(c.var.ctx, await monthOfPeriod(c.var.ctx, c.req.valid('param').id)),
      ),
  )
  .post(
    '/periods/:id/close',
    contract({
      operationId: 'closePeriod',
      summary: 'Close a frozen month and issue its statements',
      tag,
      roles: rolesForPeriod('close'),
      answers: { 200: { description: 'The month, closed', schema: PeriodView } },
      problems: ['period-not-ready', 'wrong-state', 'key-missing'],
    }),
    valid('param', PeriodParam),
    async (c) =>
      reply(
        c,
        PeriodView,
        await closePeriod(c.var.ctx, await monthOfPeriod(c.var.ctx, c.req.valid('param').id)),
      ),
  )
  .get(
    '/statements',
    contract({
      operationId: 'listStatements',
      summary: 'Statements: the hub sees all, a member its own',
      tag,
      roles: 'any',
      answers: { 200: { description: 'Newest first', schema: StatementPage } },
    }),
    valid('query', StatementQuery),
    async (c) => reply(c, StatementPage, await listStatements(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/statements/:id',
    contract({
      operationId: 'getStatement',
      summary: 'One statement',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The statement', schema: StatementView } },
    }),
    valid('param', StatementParam),
    async (c) => reply(c, StatementView, await getStatement(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/statements/:id/dispute',
    contract({
      operationId: 'disputeStatement',
      summary: 'Dispute a statement, with the reason',
      tag,
      roles: ['requester', 'receiver', 'finance-controller'],
      answers: { 200: { description: 'The statement, disputed', schema: StatementView } },
      problems: ['wrong-state'],
    }),
    valid('param', StatementParam),
    valid('json', DisputeInput),
    async (c) =>
      reply(
        c,
        StatementView,
        await disputeStatement(c.var.ctx, c.req.valid('param').id, c.req.valid('json')),
      ),
  )
  .post(
    '/statements/:id/finalise',
    contract({
      operationId: 'finaliseStatement',
      summary: 'Make a statement final',
      tag,
      roles: ['finance-controller'],
      answers: { 200: { description: 'The statement, final', schema: StatementView } },
      problems: ['wrong-state'],
    }),
    valid('param', StatementParam),
    async (c) =>
      reply(c, StatementView, await finaliseStatement(c.var.ctx, c.req.valid('param').id)),
  )
