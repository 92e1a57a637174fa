import { closePeriod, freezePeriod, periodState } from '../billing/index.js'
import { ConfigError } from '../config.js'
import { YearMonth } from '../kernel/calendar.js'
import { EXIT, report } from './report.js'
import { groupingByCode, inTheNameOf, withRuntime } from './with-runtime.js'

interface MonthToClose {
  readonly grouping: string
  readonly month: string
  /** E-mail address of whoever answers for it. */
  readonly as: string
  readonly json: boolean
}

/** `navette close <grouping> <month>`: freezes the month when it is open, then closes it. */
export function closeCommand({ grouping, json, ...wish }: MonthToClose): Promise<number> {
  const month = YearMonth.safeParse(wish.month)
  if (!month.success) {
    throw new ConfigError(`« ${wish.month} » n’est pas un mois : écrivez-le comme 2026-03.`)
  }
  return withRuntime(async (runtime) => {
    const groupingId = await groupingByCode(runtime, grouping)
    const ctx = await inTheNameOf(runtime, { groupingId, email: wish.as })
    const target = { groupingId, month: month.data }
    if ((await periodState(ctx, target)) === 'open') await freezePeriod(ctx, target)
    const closed = await closePeriod(ctx, target)
    report(closed, { json, text: () => `${grouping} ${month.data} : mois clôturé.` })
    return EXIT.done
  })
}
