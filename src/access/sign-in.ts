import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { UserId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { asSystem, type Tx } from '../platform/db/transaction.js'
import { passwordMatches } from './passwords.js'
import type { SignedInView, SignInInput } from './schema.js'
import type { Vault } from './secrets.js'
import { openSession } from './sessions.js'
import type { Attempt, Throttle } from './throttle.js'
import { spendTotpCode } from './totp-code.js'

/** What a verb has before anybody is known: everything of a context but the actor. */
export type AnonymousContext = Omit<Context, 'actor' | 'idempotency'> & {
  readonly address: string
}

interface Account {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly passwordHash: string | null
  readonly totpSecret: string | null
  readonly totpConfirmedAt: Date | null
  readonly disabledAt: Date | null
  readonly isDemo: boolean
}

export interface SignInTools {
  readonly vault: Vault
  readonly throttle: Throttle
  readonly acceptsDemoAccounts: boolean
}

/**
 * Opens a session. An unknown account, a disabled one and a wrong password take the same time and get
 * the same answer; attempts are counted before they are judged.
 * @throws DomainError `invalid-credentials` · `second-factor-required` password right, code missing ·
 * `account-locked` · `too-many-attempts`
 */
export async function signIn(
  ctx: AnonymousContext,
  { vault, throttle, acceptsDemoAccounts }: SignInTools,
  input: SignInInput,
): Promise<SignedInView> {
  const attempt: Attempt = { account: input.email, address: ctx.address }
  await throttle.begin(attempt)

  const account = await asSystem(ctx.db, (tx) => accountByEmail(tx, input.email))
  const isRight = await passwordMatches(account?.passwordHash, input.password)
  if (!isRight || account === undefined || account.disabledAt !== null) throw refusal(ctx)
  if (account.isDemo && !acceptsDemoAccounts) throw refusal(ctx)

  const needsCode = account.totpConfirmedAt !== null
  if (needsCode && input.totp === undefined) {
    // Neither counted nor forgotten: a success here would give endless guesses at the code.
    await throttle.withdraw(attempt)
    throw new DomainError('second-factor-required', 'Enter the code of your application')
  }

  const token = await asSystem(ctx.db, async (tx) => {
    if (
      needsCode &&
      !(await spendTotpCode(tx, vault, { ...account, code: input.totp, at: ctx.clock() }))
    )
      return undefined
    return recordedSession(tx, ctx, { account, means: needsCode ? 'totp' : 'password' })
  })
  if (token === undefined) throw refusal(ctx)
  await throttle.succeed(attempt)
  return { user: userOf(account), token }
}

/** Opens the session and writes who opened it, from where, and how they proved who they are. */
export async function recordedSession(
  tx: Tx,
  ctx: AnonymousContext,
  {
    account,
    means,
  }: { account: Pick<Account, 'id' | 'displayName'>; means: 'password' | 'totp' | 'oidc' },
): Promise<string> {
  const userId = UserId.parse(account.id)
  const token = await openSession(tx, {
    userId,
    at: ctx.clock(),
    hasSecondFactor: means !== 'password',
  })
  const actor = { kind: 'user', userId, displayName: account.displayName, grants: [] } as const
  await recordAudit(
    tx,
    { ...ctx, actor },
    {
      groupingId: null,
      action: 'session.opened',
      subjectType: 'user',
      subjectId: userId,
      details: { means, address: ctx.address },
    },
  )
  return token
}

export const userOf = ({
  id,
  email,
  displayName,
}: Pick<Account, 'id' | 'email' | 'displayName'>) => ({
  id: UserId.parse(id),
  email,
  displayName,
})

async function accountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const account = await tx.appUser.findUnique({
    where: { email },
    select: {
      id: true,
      email: true,
      displayName: true,
      passwordHash: true,
      totpSecret: true,
      totpConfirmedAt: true,
      disabledAt: true,
      isDemo: true,
    },
  })
  return account ?? undefined
}

function refusal({ log, address }: AnonymousContext): DomainError {
  log.warn({ address }, 'sign-in refused')
  return new DomainError('invalid-credentials', 'Wrong e-mail, password or code')
}
