import { fromDateColumn } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { ApiKeyId, type GroupingId, UserId } from '../kernel/ids.js'
import { type PageQuery, toPage } from '../kernel/paging.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import type { ApiKeyView } from './schema.js'

const SHOWN = {
  id: true,
  name: true,
  prefix: true,
  userId: true,
  scopes: true,
  expiresOn: true,
  revokedAt: true,
  lastUsedAt: true,
  createdAt: true,
  user: { select: { displayName: true } },
} as const satisfies Prisma.ApiKeySelect

type ShownKey = Prisma.ApiKeyGetPayload<{ select: typeof SHOWN }>

/**
 * The keys of the accounts that hold or held a role in a grouping, oldest first.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function listApiKeys(
  ctx: Context,
  { groupingId, limit, cursor }: PageQuery & { groupingId: GroupingId },
): Promise<{ items: ApiKeyView[]; nextCursor?: string }> {
  requireRole(ctx, { groupingId }, ['administrator', 'auditor'])
  const keys = await inReadTransaction(ctx, (tx) =>
    tx.apiKey.findMany({
      where: {
        user: { roleGrants: { some: { groupingId } } },
        ...(cursor !== undefined && { id: { gt: cursor } }),
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
      select: SHOWN,
    }),
  )
  return toPage(keys.map(asView), limit)
}

/** One key as people see it. @throws DomainError `not-found` */
export async function apiKeyView(tx: Tx, id: ApiKeyId): Promise<ApiKeyView> {
  const key = await tx.apiKey.findUnique({ where: { id }, select: SHOWN })
  if (key === null) throw notFound('API key', id)
  return asView(key)
}

const asView = ({ expiresOn, revokedAt, lastUsedAt, user, ...key }: ShownKey): ApiKeyView => ({
  ...key,
  id: ApiKeyId.parse(key.id),
  userId: UserId.parse(key.userId),
  userDisplayName: user.displayName,
  createdAt: key.createdAt.toISOString(),
  ...(expiresOn && { expiresOn: fromDateColumn(expiresOn) }),
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
})
