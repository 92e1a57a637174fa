import { DomainError } from '../../kernel/errors.js'
import { asSystem, type Tx } from '../../platform/db/transaction.js'
import type { SignedInView } from '../schema.js'
import { type AnonymousContext, recordedSession, userOf } from '../sign-in.js'

/**
 * Opens a session for the account an administrator linked to this identity. The provider's own second
 * factor (the e-CPS card for Pro Santé Connect) counts as ours.
 * @throws DomainError `forbidden` the identity is linked to no account, or to a disabled one
 */
export function signInWithIdentity(
  ctx: AnonymousContext,
  { issuer, subjects }: { issuer: string; subjects: readonly string[] },
): Promise<SignedInView> {
  return asSystem(ctx.db, async (tx) => {
    const account = await accountOf(tx, issuer, subjects)
    if (account === undefined) {
      ctx.log.warn({ issuer, address: ctx.address }, 'sign-in refused: identity not linked')
      throw new DomainError(
        'forbidden',
        'You are known to the identity provider, but no active account here is linked to you: ask your administrator',
        { reason: 'identity-not-linked' },
      )
    }
    return {
      user: userOf(account),
      token: await recordedSession(tx, ctx, { account, means: 'oidc' }),
    }
  })
}

/** The provider's own subject first, then the other names it gave. */
async function accountOf(tx: Tx, issuer: string, subjects: readonly string[]) {
  const identities = await tx.externalIdentity.findMany({
    where: { issuer, subject: { in: [...subjects] }, user: { disabledAt: null } },
    select: { subject: true, user: { select: { id: true, email: true, displayName: true } } },
  })
  return subjects
    .map((subject) => identities.find((identity) => identity.subject === subject)?.user)
    .find((user) => user !== undefined)
}
