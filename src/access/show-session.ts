import type { Grant } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { SessionContext } from './caller.js'
import { SESSION_SECONDS_MAX } from './deps.js'
import type { SessionView } from './schema.js'

/** Who the caller is, with the roles in force today and the names a screen shows beside them. */
export async function showSession(ctx: SessionContext, idleSeconds: number): Promise<SessionView> {
  const { actor, session } = ctx
  return {
    user: { id: actor.userId, email: session.email, displayName: actor.displayName },
    grants: await namedGrants(ctx, actor.grants),
    secondFactor: {
      isEnabled: session.hasTotp,
      ...(session.secondFactorAt && { provenAt: session.secondFactorAt.toISOString() }),
    },
    openedAt: session.openedAt.toISOString(),
    idleSeconds,
    endsAt: new Date(session.openedAt.getTime() + SESSION_SECONDS_MAX * 1000).toISOString(),
  }
}

async function namedGrants(
  ctx: SessionContext,
  grants: readonly Grant[],
): Promise<SessionView['grants']> {
  const [groupings, establishments] = await inReadTransaction(ctx, async (tx) => [
    await tx.grouping.findMany({
      where: { id: { in: grants.map(({ groupingId }) => groupingId) } },
      select: { id: true, name: true, kind: true },
    }),
    await tx.establishment.findMany({
      where: { id: { in: grants.flatMap(({ establishmentId }) => establishmentId ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  const groupingById = new Map(groupings.map((grouping) => [grouping.id, grouping]))
  const nameById = new Map(establishments.map(({ id, name }) => [id, name]))
  return grants.map((grant) => {
    const grouping = groupingById.get(grant.groupingId)
    const establishmentName = nameById.get(grant.establishmentId ?? '')
    return {
      ...grant,
      groupingName: grouping?.name ?? '',
      groupingKind: grouping?.kind ?? '',
      ...(establishmentName !== undefined && { establishmentName }),
    }
  })
}
