import { z } from 'zod'
import { PeriodId, StatementId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { closePeriod } from './close-period.js'
import { disputeStatement } from './dispute-statement.js'
import { finaliseStatement } from './finalise-statement.js'
import { freezePeriod } from './freeze-period.js'
import { monthOfPeriod, openPeriod } from './open-period.js'
import { FINANCE_READERS, getStatement, listPeriods, listStatements } from './queries.js'
import {
  DisputeInput,
  GroupingQuery,
  MonthInput,
  MonthSplitView,
  PeriodPage,
  PeriodView,
  StatementPage,
  StatementQuery,
  StatementView,
} from './schema.js'
import { simulatePeriod } from './simulate-period.js'
import { getStatementDetail, StatementDetailView } from './statement-detail.js'
import { rolesForPeriod } from './transitions.js'

const tag = 'Finance'
const PeriodParam = z.object({ id: PeriodId })
const StatementParam = z.object({ id: StatementId })

/** Months and the statements their closing issues. */
export const periodRoutes = createRouter()
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
  .get(
    '/statements/:id/detail',
    contract({
      operationId: 'getStatementDetail',
      summary: 'What a statement prints: pools, corrections, VAT and products',
      tag,
      roles: 'any',
      answers: {
        200: { description: 'The figures of the issued document', schema: StatementDetailView },
      },
    }),
    valid('param', StatementParam),
    async (c) =>
      reply(c, StatementDetailView, await getStatementDetail(c.var.ctx, c.req.valid('param').id)),
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
