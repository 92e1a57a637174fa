import { recordBudget } from '../billing/index.js'
import { addDays, type CalendarDate, firstDayOf, type YearMonth } from '../kernel/calendar.js'
import { frDate } from '../kernel/format-fr-dates.js'
import { splitEqually } from '../kernel/largest-remainder.js'
import { AmountInput, cents } from '../kernel/money.js'
import { LABORATORY_POOLS, PHARMACY_POOLS } from './data/cost-pools.js'
import type { Alliance } from './found-alliance.js'
import type { Pools } from './set-cost-pools.js'

const PLANS = { pharmacy: PHARMACY_POOLS, laboratory: LABORATORY_POOLS } as const
const MONTHS = 12
/** The assembly meets this many days before the alliance begins. */
const NOTICE_DAYS = 17

interface Story {
  readonly firstMonth: YearMonth
  readonly today: CalendarDate
}

/** Each grouping’s budget for the years of the story, in equal twelfths; nothing before it begins. */
export async function voteBudgets(
  { cast, groupings }: Alliance,
  pools: Pools,
  { firstMonth, today }: Story,
): Promise<void> {
  const votedOn = addDays(firstDayOf(firstMonth), -NOTICE_DAYS)
  const years = new Set([firstMonth, today].map((day) => Number(day.slice(0, 4))))
  for (const kind of ['pharmacy', 'laboratory'] as const) {
    for (const year of years) {
      await recordBudget(cast.as('finance'), {
        ...{ groupingId: groupings[kind], year, votedOn, replacesVersion: 0 },
        decisionReference: `Assemblée générale du ${frDate(votedOn)} (démonstration)`,
        pools: PLANS[kind].flatMap(({ code, yearly }) => {
          const poolId = pools[kind].get(code)
          return poolId === undefined
            ? []
            : [{ poolId, amounts: twelfths(yearly, monthsBefore(firstMonth, year)) }]
        }),
      })
    }
  }
}

const monthsBefore = (firstMonth: YearMonth, year: number): number =>
  firstMonth.startsWith(`${year}-`) ? Number(firstMonth.slice(5)) - 1 : 0

const twelfths = (yearly: string, skipped: number) =>
  splitEqually(AmountInput.parse(yearly), MONTHS).map((amount, index) =>
    index < skipped ? cents(0n) : amount,
  )
