import type { Tx } from '../platform/db/transaction.js'
import { digestOf, randomSecret } from './secrets.js'

/** Opens a session and gives its token, of which only the digest is stored. Needs the system scope. */
export async function openSession(
  tx: Tx,
  { userId, at, hasSecondFactor }: { userId: string; at: Date; hasSecondFactor: boolean },
): Promise<string> {
  const token = `nvs_${randomSecret()}`
  await tx.session.createMany({
    data: {
      id: digestOf(token),
      userId,
      createdAt: at,
      lastSeenAt: at,
      secondFactorAt: hasSecondFactor ? at : null,
    },
  })
  return token
}

/** Ends every open session of a user, but the one given. Needs the user's own scope or the system's. */
export async function revokeSessions(
  tx: Tx,
  { userId, at, except = '' }: { userId: string; at: Date; except?: string },
): Promise<void> {
  await tx.session.updateMany({
    where: { userId, revokedAt: null, id: { not: except } },
    data: { revokedAt: at },
  })
}
