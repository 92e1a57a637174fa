import type { YearMonth } from '../kernel/calendar.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import { cents } from '../kernel/money.js'
import type { Period, Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { computeMonth } from './compute-month.js'
import type { ComputedMonth, ComputedPool, ComputedShare } from './computed-month.js'
import { FrozenDetail } from './frozen-detail.js'
import { keyInclude } from './key-view.js'
import type { NamedMember } from './month-members.js'

interface MonthWish {
  readonly groupingId: GroupingId
  readonly month: YearMonth
  readonly period: Period | null
}

/**
 * A month as it counts: computed from the facts while it is open, and from the snapshot once it is closed,
 * whatever became of memberships, keys and names since.
 * @throws DomainError `key-missing` naming the pool of an open month
 */
export const readMonth = (
  tx: Tx,
  { groupingId, month, period }: MonthWish,
): Promise<ComputedMonth> =>
  period?.state === 'closed' ? frozenMonth(tx, period.id) : computeMonth(tx, groupingId, month)

const poolInclude = {
  pool: true,
  key: { include: keyInclude },
} as const satisfies Prisma.PeriodPoolInclude

type PoolRow = Prisma.PeriodPoolGetPayload<{ include: typeof poolInclude }>
interface ShareRow {
  readonly establishmentId: string
  readonly numerator: string
  readonly denominator: string
  readonly amountCents: bigint
}

async function frozenMonth(tx: Tx, periodId: string): Promise<ComputedMonth> {
  const rows = await tx.periodPool.findMany({
    where: { periodId },
    orderBy: [{ pool: { position: 'asc' } }, { pool: { code: 'asc' } }],
    include: poolInclude,
  })
  const shares = await tx.periodShare.findMany({
    where: { periodId },
    orderBy: { establishmentId: 'asc' },
    include: { establishment: { select: { name: true } } },
  })
  const pools = rows.map((row) => ({ row, detail: FrozenDetail.parse(row.detail) }))
  const named = new Map(
    shares.map(({ establishmentId, establishment }) => [establishmentId, establishment.name]),
  )
  const kept = pools[0]?.detail.members ?? []
  const members = kept.length > 0 ? kept : membersWithoutDays(named)
  return {
    members,
    pools: pools.map(({ row, detail }) =>
      frozenPool(row, {
        detail,
        shares: shares.filter(({ poolId }) => poolId === row.poolId),
        members,
      }),
    ),
    totalCents: cents(rows.reduce((sum, { totalCents }) => sum + totalCents, 0n)),
  }
}

const membersWithoutDays = (named: ReadonlyMap<string, string>): NamedMember[] =>
  [...named].map(([id, name]) => ({ establishmentId: EstablishmentId.parse(id), name, days: 0 }))

interface PoolParts {
  readonly detail: FrozenDetail
  readonly shares: readonly ShareRow[]
  readonly members: readonly NamedMember[]
}

function frozenPool(row: PoolRow, { detail, shares, members }: PoolParts): ComputedPool {
  const { code, label, account, keyLabel, unit, own, components } = detail
  const byMember = new Map(shares.map((share) => [share.establishmentId, share]))
  return {
    pool: { ...row.pool, code, label, account },
    key: row.key,
    keyLabel,
    unit,
    ownCents: own,
    totalCents: cents(row.totalCents),
    denominator: shares[0]?.denominator ?? '1',
    components: components.map(({ quantities, ...component }) => ({
      ...component,
      quantities: new Map(quantities),
    })),
    shares: members.map(({ establishmentId }) =>
      frozenShare(establishmentId, detail, byMember.get(establishmentId)),
    ),
  }
}

function frozenShare(
  establishmentId: EstablishmentId,
  detail: FrozenDetail,
  share: ShareRow | undefined,
): ComputedShare {
  const corrections = detail.corrections
    .filter((correction) => correction.establishmentId === establishmentId)
    .map(({ originMonth, amount }) => ({ originMonth, amountCents: amount }))
  const corrected = corrections.reduce((sum, { amountCents }) => sum + amountCents, 0n)
  return {
    establishmentId,
    numerator: share?.numerator ?? '0',
    // Shares are frozen with their corrections in them.
    ownCents: cents((share?.amountCents ?? 0n) - corrected),
    corrections,
  }
}
