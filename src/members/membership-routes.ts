import { z } from 'zod'
import { MembershipId } from '../kernel/ids.js'
import { pageOf } from '../kernel/paging.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { addMembership } from './add-membership.js'
import { endMembership } from './end-membership.js'
import { listMemberships } from './memberships.js'
import {
  AddMembershipInput,
  EndMembershipInput,
  ListMembershipsQuery,
  MembershipView,
} from './schema.js'

const tag = 'Members'
const MembershipPage = pageOf(MembershipView).meta({ ref: 'MembershipPage' })

export const membershipRoutes = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listMemberships',
      summary: 'The members of a grouping, with their dates',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page', schema: MembershipPage } },
    }),
    valid('query', ListMembershipsQuery),
    async (c) => reply(c, MembershipPage, await listMemberships(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/',
    contract({
      operationId: 'addMembership',
      summary: 'Make an establishment a member from a day on',
      tag,
      roles: ['administrator'],
      answers: { 201: { description: 'The membership', schema: MembershipView } },
      problems: ['duplicate'],
    }),
    valid('json', AddMembershipInput),
    async (c) => reply(c, MembershipView, await addMembership(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/:membershipId/end',
    contract({
      operationId: 'endMembership',
      summary: 'Set the last day of a membership',
      tag,
      roles: ['administrator'],
      answers: { 200: { description: 'The membership', schema: MembershipView } },
      problems: ['duplicate'],
    }),
    valid('param', z.object({ membershipId: MembershipId })),
    valid('json', EndMembershipInput),
    async (c) => {
      const { membershipId } = c.req.valid('param')
      const view = await endMembership(c.var.ctx, membershipId, c.req.valid('json'))
      return reply(c, MembershipView, view)
    },
  )
