import { closePeriod, freezePeriod, periodState } from '../billing/index.js'
import { ConfigError } from '../config.js'
import { YearMonth } from '../kernel/calendar.js'
import { EXIT, report } from './report.js'
import { groupingByCode, operatorContext, withRuntime } from './with-runtime.js'

/** `navette close <grouping> <month>`: freezes the month when it is open, then closes it. */
export function closeCommand(code: string, monthText: string, json: boolean): Promise<number> {
  const month = YearMonth.safeParse(monthText)
  if (!month.success) {
    throw new ConfigError(`« ${monthText} » n’est pas un mois : écrivez-le comme 2026-03.`)
  }
  return withRuntime(async (runtime) => {
    const groupingId = await groupingByCode(runtime, code)
    const ctx = operatorContext(runtime, [groupingId])
    const target = { groupingId, month: month.data }
    if ((await periodState(ctx, target)) === 'open') await freezePeriod(ctx, target)
    const closed = await closePeriod(ctx, target)
    report(closed, { json, text: () => `${code} ${month.data} : mois clôturé.` })
    return EXIT.done
  })
}
