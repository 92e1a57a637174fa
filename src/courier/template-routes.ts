import { z } from 'zod'
import { CalendarDate } from '../kernel/calendar.js'
import { RunTemplateId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { createTemplate } from './create-template.js'
import { editTemplate } from './edit-template.js'
import { exceptDay, restoreDay } from './except-day.js'
import { holdTemplate, resumeTemplate } from './hold-template.js'
import { getTemplate, listTemplates } from './list-templates.js'
import { PLANNERS } from './roles.js'
import {
  ChangeRunTemplateInput,
  CreateRunTemplateInput,
  ExceptionInput,
  HoldRunTemplateInput,
  ListRunTemplatesQuery,
  RunTemplateList,
  RunTemplateView,
} from './template-schema.js'

const tag = 'Run templates'
const params = z.object({ id: RunTemplateId })
const changed = { 200: { description: 'The template as changed', schema: RunTemplateView } }

export const templateRoutes = createRouter()
  .post(
    '/run-templates',
    contract({
      operationId: 'createRunTemplate',
      summary: 'Open a recurring run with its stops',
      tag,
      roles: PLANNERS,
      answers: { 201: { description: 'The template', schema: RunTemplateView } },
      problems: ['duplicate'],
    }),
    valid('json', CreateRunTemplateInput),
    async (c) =>
      reply(c, RunTemplateView, await createTemplate(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/run-templates',
    contract({
      operationId: 'listRunTemplates',
      summary: 'The recurring runs of the caller’s groupings',
      tag,
      roles: 'any',
      answers: { 200: { description: 'All of them', schema: RunTemplateList } },
    }),
    valid('query', ListRunTemplatesQuery),
    async (c) => reply(c, RunTemplateList, await listTemplates(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/run-templates/:id',
    contract({
      operationId: 'getRunTemplate',
      summary: 'One recurring run with its stops and exceptions',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The template', schema: RunTemplateView } },
    }),
    valid('param', params),
    async (c) => reply(c, RunTemplateView, await getTemplate(c.var.ctx, c.req.valid('param').id)),
  )
  .patch(
    '/run-templates/:id',
    contract({
      operationId: 'changeRunTemplate',
      summary: 'Change a recurring run; planned runs follow',
      tag,
      roles: PLANNERS,
      answers: changed,
      problems: ['duplicate'],
    }),
    valid('param', params),
    valid('json', ChangeRunTemplateInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunTemplateView, await editTemplate(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/run-templates/:id/hold',
    contract({
      operationId: 'holdRunTemplate',
      summary: 'Stop a recurring run for some days, or until it is resumed',
      tag,
      roles: PLANNERS,
      answers: changed,
    }),
    valid('param', params),
    valid('json', HoldRunTemplateInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunTemplateView, await holdTemplate(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/run-templates/:id/resume',
    contract({
      operationId: 'resumeRunTemplate',
      summary: 'Let a held run leave again',
      tag,
      roles: PLANNERS,
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    async (c) =>
      reply(c, RunTemplateView, await resumeTemplate(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/run-templates/:id/exceptions',
    contract({
      operationId: 'exceptRunTemplateDay',
      summary: 'Cancel or move one day of a recurring run',
      tag,
      roles: PLANNERS,
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', ExceptionInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, RunTemplateView, await exceptDay(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .delete(
    '/run-templates/:id/exceptions/:day',
    contract({
      operationId: 'restoreRunTemplateDay',
      summary: 'Let one day follow the timetable again',
      tag,
      roles: PLANNERS,
      answers: changed,
      problems: ['wrong-state'],
    }),
    valid('param', params.extend({ day: CalendarDate })),
    async (c) => {
      const { id, day } = c.req.valid('param')
      return reply(c, RunTemplateView, await restoreDay(c.var.ctx, id, day))
    },
  )
