import { z } from 'zod'
import { LinkIdentityInput, linkIdentity } from '../access/index.js'
import { RoleGrantId, UserId } from '../kernel/ids.js'
import { pageOf } from '../kernel/paging.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { createUser } from './create-user.js'
import { disableUser } from './disable-user.js'
import { enableUser } from './enable-user.js'
import { grantRole, grantRoleByEmail } from './grant-role.js'
import { resetPassword } from './reset-password.js'
import { revokeRole } from './revoke-role.js'
import {
  CreateUserInput,
  GrantRoleByEmailInput,
  GrantRoleInput,
  ListUsersQuery,
  ResetPasswordInput,
  RevokeRoleInput,
  RoleGrantView,
  UserView,
} from './user-schema.js'
import { listUsers, USER_READERS } from './users.js'

const tag = 'Users'
const roles = ['administrator'] as const
const UserPage = pageOf(UserView).meta({ ref: 'UserPage' })
const OneUser = z.object({ userId: UserId })
const OneGrant = OneUser.extend({ roleGrantId: RoleGrantId })
const user = { description: 'The user', schema: UserView }
const grant = { description: 'The role', schema: RoleGrantView }

const accounts = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listUsers',
      summary: 'The people and machines of a grouping',
      tag,
      roles: USER_READERS,
      answers: { 200: { description: 'A page', schema: UserPage } },
    }),
    valid('query', ListUsersQuery),
    async (c) => reply(c, UserPage, await listUsers(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/',
    contract({
      operationId: 'createUser',
      summary: 'Enter a person or a machine with their first roles',
      tag,
      roles,
      answers: { 201: user },
      problems: ['duplicate'],
    }),
    valid('json', CreateUserInput),
    async (c) => reply(c, UserView, await createUser(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/:userId/disable',
    contract({
      operationId: 'disableUser',
      summary: 'Close an account at once',
      tag,
      roles,
      answers: { 200: user },
      problems: ['wrong-state'],
    }),
    valid('param', OneUser),
    async (c) => reply(c, UserView, await disableUser(c.var.ctx, c.req.valid('param').userId)),
  )
  .post(
    '/:userId/enable',
    contract({
      operationId: 'enableUser',
      summary: 'Open a disabled account again',
      tag,
      roles,
      answers: { 200: user },
    }),
    valid('param', OneUser),
    async (c) => reply(c, UserView, await enableUser(c.var.ctx, c.req.valid('param').userId)),
  )
  .post(
    '/:userId/password',
    contract({
      operationId: 'resetPassword',
      summary: 'Give a new password to somebody who lost theirs',
      tag,
      roles,
      answers: { 200: user },
      problems: ['wrong-state'],
    }),
    valid('param', OneUser),
    valid('json', ResetPasswordInput),
    async (c) => {
      const { userId } = c.req.valid('param')
      return reply(c, UserView, await resetPassword(c.var.ctx, userId, c.req.valid('json')))
    },
  )
  .post(
    '/:userId/identities',
    contract({
      operationId: 'linkIdentity',
      summary: 'Let an account sign in through an identity provider (Pro Santé Connect)',
      description: 'For Pro Santé Connect the subject is "8" followed by the RPPS number.',
      tag,
      roles,
      answers: { 204: { description: 'Linked' } },
      problems: ['duplicate'],
    }),
    valid('param', OneUser),
    valid('json', LinkIdentityInput),
    async (c) => {
      await linkIdentity(c.var.ctx, c.req.valid('param').userId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )

const grants = createRouter()
  .post(
    '/grants',
    contract({
      operationId: 'grantRoleByEmail',
      summary: 'Give a role to a colleague who works for another grouping',
      tag,
      roles,
      answers: { 201: grant },
      problems: ['duplicate'],
    }),
    valid('json', GrantRoleByEmailInput),
    async (c) =>
      reply(c, RoleGrantView, await grantRoleByEmail(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/:userId/grants',
    contract({
      operationId: 'grantRole',
      summary: 'Give a user one more role, between two days',
      tag,
      roles,
      answers: { 201: grant },
      problems: ['duplicate'],
    }),
    valid('param', OneUser),
    valid('json', GrantRoleInput),
    async (c) => {
      const { userId } = c.req.valid('param')
      return reply(c, RoleGrantView, await grantRole(c.var.ctx, userId, c.req.valid('json')), 201)
    },
  )
  .post(
    '/:userId/grants/:roleGrantId/revoke',
    contract({
      operationId: 'revokeRole',
      summary: 'End a role, at once or after a day',
      tag,
      roles,
      answers: { 200: grant },
      problems: ['wrong-state'],
    }),
    valid('param', OneGrant),
    valid('json', RevokeRoleInput),
    async (c) =>
      reply(
        c,
        RoleGrantView,
        await revokeRole(c.var.ctx, c.req.valid('param'), c.req.valid('json')),
      ),
  )

export const userRoutes = accounts.route('/', grants)
