import { daysBetween, firstDayOf, lastDayOf } from '../kernel/calendar.js'
import { notFound } from '../kernel/errors.js'
import { CostPoolId, type EstablishmentId, GroupingId, type PeriodId } from '../kernel/ids.js'
import { cents, centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { amountOf, type ComputedPool, type ComputedShare } from './computed-month.js'
import { toKeyView } from './key-view.js'
import { fromMonthColumn, monthColumn } from './months.js'
import { FINANCE_READERS } from './queries.js'
import { readMonth } from './read-month.js'
import type { ShareExplanationView } from './review-schema.js'
import { type MonthMember, quantityOf } from './split-pools.js'
import { PeriodState } from './transitions.js'
import { chargeInclude, toChargeView, toPoolView } from './views.js'
import { DRIVER_UNITS } from './vocabulary.js'

interface ShareWish {
  readonly periodId: PeriodId
  readonly poolId: CostPoolId
  readonly establishmentId: EstablishmentId
}

/**
 * Why one member owes one amount for one pool: the key, what it measured, the cent the rounding gave,
 * the corrections, and the charges that were split.
 * @throws DomainError `not-found` · `forbidden` · `key-missing`
 */
export async function explainShare(
  ctx: Context,
  { periodId, poolId, establishmentId }: ShareWish,
): Promise<ShareExplanationView> {
  return inReadTransaction(ctx, async (tx) => {
    const period = await tx.period.findUnique({ where: { id: periodId } })
    if (period === null) throw notFound('Period', periodId)
    const groupingId = GroupingId.parse(period.groupingId)
    requireRole(ctx, { groupingId }, FINANCE_READERS)
    const month = fromMonthColumn(period.month)
    const { members, pools } = await readMonth(tx, { groupingId, month, period })
    const computed = pools.find(({ pool }) => pool.id === poolId)
    if (computed === undefined) throw notFound('Cost pool', poolId)
    const member = members.find((one) => one.establishmentId === establishmentId)
    const share = computed.shares.find((one) => one.establishmentId === establishmentId)
    if (member === undefined || share === undefined)
      throw notFound('Establishment', establishmentId)

    const { account, code, id, label, source } = toPoolView(computed.pool)
    return {
      month,
      state: PeriodState.parse(period.state),
      pool: { id, code, label, source, account },
      member: { establishmentId, name: member.name },
      memberDays: member.days,
      monthDays: daysBetween(firstDayOf(month), lastDayOf(month)) + 1,
      key: computed.key === null ? null : toKeyView(computed.key),
      keyLabel: computed.keyLabel,
      unit: computed.unit,
      numerator: share.numerator,
      denominator: computed.denominator,
      parts: partsOf({ computed, members, establishmentId }),
      ownTotal: centsToDecimal(computed.ownCents),
      ownAmount: centsToDecimal(share.ownCents),
      rounding: roundingOf(computed, share),
      corrections: share.corrections.map(({ originMonth, amountCents }) => ({
        originMonth,
        amount: centsToDecimal(amountCents),
      })),
      amount: centsToDecimal(amountOf(share)),
      charges: await chargesOf(tx, CostPoolId.parse(computed.pool.id), period.month),
    }
  })
}

interface PartsWish {
  readonly computed: ComputedPool
  readonly members: readonly MonthMember[]
  readonly establishmentId: EstablishmentId
}

function partsOf({ computed, members, establishmentId }: PartsWish): ShareExplanationView['parts'] {
  if (computed.pool.source === 'products') {
    const share = computed.shares.find((one) => one.establishmentId === establishmentId)
    const quantity = share?.numerator ?? '0'
    const total = computed.denominator
    return [{ driver: 'consumption', weight: 1, unit: computed.unit, quantity, total }]
  }
  return computed.components.map((component) => {
    const quantities = members.map((member) => ({ member, is: quantityOf(component, member) }))
    const own = quantities.find(({ member }) => member.establishmentId === establishmentId)
    return {
      driver: component.driver,
      weight: component.weight,
      unit: DRIVER_UNITS[component.driver],
      quantity: (own?.is ?? 0n).toString(),
      total: quantities.reduce((sum, { is }) => sum + is, 0n).toString(),
    }
  })
}

/** Products are rounded on each member's own consumption: there is nothing to hand out. */
function roundingOf(
  { pool, ownCents, denominator }: ComputedPool,
  { numerator, ownCents: amountCents }: ComputedShare,
): ShareExplanationView['rounding'] {
  if (pool.source === 'products') return null
  const whole = BigInt(denominator)
  const exact = (ownCents < 0n ? -ownCents : ownCents + 0n) * BigInt(numerator)
  const cut = (ownCents < 0n ? -1n : 1n) * (exact / whole)
  return {
    cut: centsToDecimal(cents(cut)),
    remainder: (exact % whole).toString(),
    hasExtraCent: cut !== amountCents,
  }
}

async function chargesOf(tx: Tx, poolId: CostPoolId, month: Date) {
  const charges = await tx.charge.findMany({
    where: { poolId, accountingMonth: monthColumn(fromMonthColumn(month)) },
    orderBy: { recordedAt: 'asc' },
    include: chargeInclude,
  })
  return charges.map(toChargeView)
}
