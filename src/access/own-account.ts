import { DomainError } from '../kernel/errors.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import { passwordMatches } from './passwords.js'
import type { Vault } from './secrets.js'
import type { Throttle } from './throttle.js'

/** What the verbs on one's own account need beside the context. */
export interface OwnAccountTools {
  readonly vault: Vault
  readonly throttle: Throttle
  readonly address: string
}

/** The caller's own secrets, as stored. */
export const ownSecrets = (ctx: SessionContext) =>
  inReadTransaction(ctx, (tx) =>
    tx.appUser.findUniqueOrThrow({
      where: { id: ctx.actor.userId },
      select: { passwordHash: true, totpSecret: true, totpConfirmedAt: true },
    }),
  )

/**
 * Runs what proves a secret, counted like a sign-in: the attempt is forgotten only when all of it succeeds.
 * @throws DomainError `account-locked` · `too-many-attempts`
 */
export async function counted<T>(
  ctx: SessionContext,
  { throttle, address }: OwnAccountTools,
  work: () => Promise<T>,
): Promise<T> {
  const attempt = { account: ctx.session.email, address }
  await throttle.begin(attempt)
  const answer = await work()
  await throttle.succeed(attempt)
  return answer
}

/**
 * Asks for the password again before something that a borrowed screen must not do.
 * @throws DomainError `invalid-credentials` · `wrong-state` an account without password
 */
export async function requireOwnPassword(
  storedHash: string | null,
  password: string,
): Promise<void> {
  if (storedHash === null) {
    throw new DomainError('wrong-state', 'This account signs in through its identity provider only')
  }
  if (await passwordMatches(storedHash, password)) return
  throw new DomainError('invalid-credentials', 'The current password is wrong')
}
