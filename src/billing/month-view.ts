import type { YearMonth } from '../kernel/calendar.js'
import { AllocationKeyId, CostPoolId, type EstablishmentId } from '../kernel/ids.js'
import { type Cents, cents, centsToDecimal } from '../kernel/money.js'
import type { Period } from '../platform/db/generated/client.js'
import { amountOf, type ComputedMonth, type ComputedPool } from './computed-month.js'
import type { Blocker, MonthSplitView } from './schema.js'
import { toPeriodView } from './views.js'

interface MonthParts {
  readonly month: YearMonth
  readonly period: Period | null
  readonly computed: ComputedMonth
  readonly blockers: readonly Blocker[]
  readonly warnings: readonly Blocker[]
}

/** The month as a controller reviews it: every pool by member, with the numerator that explains each share. */
export function toMonthView({
  month,
  period,
  computed,
  blockers,
  warnings,
}: MonthParts): MonthSplitView {
  const names = new Map(
    computed.members.map(({ establishmentId, name }) => [establishmentId, name]),
  )
  return {
    month,
    period: period === null ? null : toPeriodView(period),
    isFrozen: period !== null && period.state !== 'open',
    total: centsToDecimal(computed.totalCents),
    pools: computed.pools.map((pool) => toPoolSplitView(pool, names)),
    members: computed.members.map(({ establishmentId, name }) => ({
      establishmentId,
      name,
      total: centsToDecimal(memberTotal(computed, establishmentId)),
    })),
    blockers: [...blockers],
    warnings: [...warnings],
  }
}

function toPoolSplitView(pool: ComputedPool, names: ReadonlyMap<EstablishmentId, string>) {
  return {
    poolId: CostPoolId.parse(pool.pool.id),
    code: pool.pool.code,
    label: pool.pool.label,
    keyId: pool.key === null ? null : AllocationKeyId.parse(pool.key.id),
    keyLabel: pool.keyLabel,
    unit: pool.unit,
    total: centsToDecimal(pool.totalCents),
    denominator: pool.denominator,
    shares: pool.shares.map((share) => ({
      establishmentId: share.establishmentId,
      name: names.get(share.establishmentId) ?? '',
      numerator: share.numerator,
      amount: centsToDecimal(amountOf(share)),
    })),
  }
}

/** What one member owes over every pool of the month. */
export const memberTotal = ({ pools }: ComputedMonth, establishmentId: EstablishmentId): Cents =>
  cents(
    pools
      .flatMap(({ shares }) => shares)
      .filter((share) => share.establishmentId === establishmentId)
      .reduce((sum, share) => sum + amountOf(share), 0n),
  )
