import {
  hashPassword,
  keepingNoAnswer,
  machineEmail,
  requireStrongPassword,
} from '../access/index.js'
import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { newId, UserId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { enterRole } from './enter-role.js'
import type { CreateUserInput, UserView } from './user-schema.js'
import { userView } from './users.js'

/**
 * Enters a person, or a machine, with their first roles in one grouping. An account without password
 * signs in through a linked identity only. The idempotency key is not kept: the request holds a password.
 * @throws DomainError `not-found` · `forbidden` · `invalid-input` weak password · `duplicate` the e-mail is
 * taken: grant that account a role by its e-mail instead
 */
export async function createUser(ctx: Context, input: CreateUserInput): Promise<UserView> {
  const { groupingId, roles, password } = input
  requireRole(ctx, { groupingId }, ['administrator'])
  const id = newId(UserId)
  const email = input.email ?? machineEmail(id)
  if (password !== undefined) requireStrongPassword(password, email)
  const passwordHash = password === undefined ? null : await hashPassword(password)

  return emailExplained(() =>
    inTransaction(keepingNoAnswer(ctx), async (tx) => {
      await enterAccount(tx, ctx, { ...input, id, email, passwordHash })
      for (const role of roles) await enterRole(tx, ctx, { ...role, groupingId, userId: id })
      return userView(tx, id)
    }),
  )
}

type NewAccount = Pick<CreateUserInput, 'displayName' | 'jobTitle' | 'groupingId'> & {
  readonly id: UserId
  readonly email: string
  readonly passwordHash: string | null
}

/** Writes the account alone; nobody sees it until it has a role. */
export async function enterAccount(tx: Tx, ctx: Context, account: NewAccount): Promise<void> {
  const { id, email, displayName, jobTitle, passwordHash, groupingId } = account
  await tx.appUser.createMany({
    data: { id, email, displayName, jobTitle, passwordHash, createdAt: ctx.clock() },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    action: 'user.created',
    subjectType: 'user',
    subjectId: id,
    details: { hasPassword: passwordHash !== null },
  })
}

export async function emailExplained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'app_user_email_key')) throw error
    throw new DomainError(
      'duplicate',
      'An account has this e-mail: grant it a role here by its e-mail instead',
    )
  }
}
