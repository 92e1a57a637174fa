import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { listExams, listReasons, listStabilityRules } from './catalogue-queries.js'
import { CATALOGUE_KEEPERS, createExam } from './create-exam.js'
import { createStabilityRule } from './create-stability-rule.js'
import {
  CreateExamInput,
  CreateStabilityRuleInput,
  ListExamsQuery,
  ListRulesQuery,
} from './schema.js'
import {
  ExamPage,
  ExamView,
  ReasonList,
  StabilityRulePage,
  StabilityRuleView,
} from './view-schema.js'

const tag = 'Laboratory catalogue'

export const catalogueRoutes = createRouter()
  .get(
    '/exams',
    contract({
      operationId: 'listExams',
      summary: 'The exams of the laboratories the caller belongs to',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of exams', schema: ExamPage } },
    }),
    valid('query', ListExamsQuery),
    async (c) => reply(c, ExamPage, await listExams(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/exams',
    contract({
      operationId: 'createExam',
      summary: 'Add an exam to the laboratory',
      tag,
      roles: CATALOGUE_KEEPERS,
      answers: { 201: { description: 'The exam', schema: ExamView } },
      problems: ['duplicate'],
    }),
    valid('json', CreateExamInput),
    async (c) => reply(c, ExamView, await createExam(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/stability-rules',
    contract({
      operationId: 'listStabilityRules',
      summary: 'Every version of the stability rules, newest first',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of rules', schema: StabilityRulePage } },
    }),
    valid('query', ListRulesQuery),
    async (c) =>
      reply(c, StabilityRulePage, await listStabilityRules(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/stability-rules',
    contract({
      operationId: 'createStabilityRule',
      summary: 'Write a new version of a stability rule',
      tag,
      roles: CATALOGUE_KEEPERS,
      answers: { 201: { description: 'The rule', schema: StabilityRuleView } },
    }),
    valid('json', CreateStabilityRuleInput),
    async (c) =>
      reply(c, StabilityRuleView, await createStabilityRule(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/reception-reasons',
    contract({
      operationId: 'listReceptionReasons',
      summary: 'The closed list of reasons a bench may give for a tube',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The reasons', schema: ReasonList } },
    }),
    (c) => reply(c, ReasonList, listReasons()),
  )
