import type { IssuedHead } from '../documents/index.js'
import type { YearMonth } from '../kernel/calendar.js'
import { frMonth } from '../kernel/format-fr-dates.js'
import { centsToDecimal } from '../kernel/money.js'
import type { Grouping } from '../platform/db/generated/client.js'
import { amountOf, type ComputedMonth } from './computed-month.js'
import { memberTotal } from './month-view.js'

interface SplitToPrint {
  readonly grouping: Grouping
  readonly month: YearMonth
  readonly computed: ComputedMonth
  readonly head: IssuedHead
}

/** The members × pools table of a closed month, as the general assembly reads it. */
export const costSplitData = ({ grouping, month, computed, head }: SplitToPrint) => ({
  number: head.number ?? '',
  groupingName: grouping.name,
  issuedAt: head.issuedAt.toISOString(),
  timeZone: grouping.timeZone,
  periodLabel: frMonth(month),
  members: computed.members.map(({ name }) => name),
  pools: computed.pools.map((pool) => ({
    name: pool.pool.label,
    keyLabel: pool.keyLabel,
    ...(pool.key !== null && { decision: pool.key.decisionReference }),
    unit: pool.unit,
    numerators: pool.shares.map(({ numerator }) => numerator),
    denominator: pool.denominator,
    amounts: pool.shares.map((share) => centsToDecimal(amountOf(share))),
    total: centsToDecimal(pool.totalCents),
  })),
  memberTotals: computed.members.map(({ establishmentId }) =>
    centsToDecimal(memberTotal(computed, establishmentId)),
  ),
  total: centsToDecimal(computed.totalCents),
  legalMention: grouping.legalMention,
})
