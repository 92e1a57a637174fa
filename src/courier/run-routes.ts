import { z } from 'zod'
import { RunId, RunStopId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { assignRun } from './assign-run.js'
import { arrive, close } from './drive-stop.js'
import { abortRun, completeRun } from './end-run.js'
import { issueRunSheet } from './issue-sheet.js'
import { getRun, listRuns } from './list-runs.js'
import { planSingleRun } from './plan-single-run.js'
import { PLANNERS, READS_SHEET } from './roles.js'
import {
  AbortRunInput,
  ArriveInput,
  AssignRunInput,
  CloseStopInput,
  ListRunsQuery,
  PlanSingleRunInput,
  RunMomentInput,
  RunPage,
  RunView,
  SheetInput,
  SheetView,
} from './run-schema.js'
import { startRun } from './start-run.js'
import { takeRun } from './take-run.js'
import { rolesForRun, rolesForStop } from './transitions.js'

const tag = 'Runs'
const params = z.object({ id: RunId })
const stopParams = params.extend({ stopId: RunStopId })
const changed = { 200: { description: 'The run as it is now', schema: RunView } }

export const runRoutes = createRouter()
  .get(
    '/runs',
    contract({
      operationId: 'listRuns',
      summary:
        'Runs the caller may see, in the order they leave; from yesterday on unless a day is given',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of runs', schema: RunPage } },
    }),
    valid('query', ListRunsQuery),
    async (c) => reply(c, RunPage, await listRuns(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/runs',
    contract({
      operationId: 'planSingleRun',
      summary: 'Plan one run outside any timetable, such as an urgent course',
      tag,
      roles: PLANNERS,
      answers: { 201: { description: 'The run', schema: RunView } },
    }),
    valid('json', PlanSingleRunInput),
    async (c) => reply(c, RunView, await planSingleRun(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/runs/:id',
    contract({
      operationId: 'getRun',
      summary: 'One run: per stop, what to hand over and what to take',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The run; a member sees its own stops', schema: RunView } },
    }),
    valid('param', params),
    async (c) => reply(c, RunView, await getRun(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/runs/:id/assign',
    contract({
      operationId: 'assignRun',
      summary: 'Give a run to a courier, or take it back',
      tag,
      roles: rolesForRun('assign'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', AssignRunInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunView, await assignRun(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/runs/:id/take',
    contract({
      operationId: 'takeRun',
      summary: 'Drive a run nobody drives yet',
      tag,
      roles: rolesForRun('take'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    async (c) => reply(c, RunView, await takeRun(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/runs/:id/start',
    contract({
      operationId: 'startRun',
      summary: 'The van leaves; the run sheet is issued',
      tag,
      roles: rolesForRun('start'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', RunMomentInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunView, await startRun(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/runs/:id/complete',
    contract({
      operationId: 'completeRun',
      summary: 'End a run whose every stop is closed',
      tag,
      roles: rolesForRun('complete'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', RunMomentInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunView, await completeRun(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/runs/:id/abort',
    contract({
      operationId: 'abortRun',
      summary: 'Give a run up; what it carried goes to the next one',
      tag,
      roles: rolesForRun('abort'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', AbortRunInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunView, await abortRun(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/runs/:id/sheet',
    contract({
      operationId: 'issueRunSheet',
      summary: 'Issue the run sheet as it stands; it supersedes the one before',
      tag,
      roles: READS_SHEET,
      answers: { 201: { description: 'The document, drawn shortly', schema: SheetView } },
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', SheetInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, SheetView, await issueRunSheet(c.var.ctx, id, c.req.valid('json')), 201)
    },
  )
  .post(
    '/runs/:id/stops/:stopId/arrive',
    contract({
      operationId: 'arriveAtStop',
      summary: 'Say that the van is at a stop',
      tag,
      roles: rolesForStop('arrive'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', stopParams),
    valid('json', ArriveInput),
    async (c) => {
      const { id: runId, stopId } = c.req.valid('param')
      return reply(c, RunView, await arrive(c.var.ctx, { runId, stopId }, c.req.valid('json')))
    },
  )
  .post(
    '/runs/:id/stops/:stopId/close',
    contract({
      operationId: 'closeStop',
      summary: 'Close a stop, even when nothing was exchanged, in time or late',
      tag,
      roles: rolesForStop('finish'),
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', stopParams),
    valid('json', CloseStopInput),
    async (c) => {
      const { id: runId, stopId } = c.req.valid('param')
      return reply(c, RunView, await close(c.var.ctx, { runId, stopId }, c.req.valid('json')))
    },
  )
