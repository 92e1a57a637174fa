import { closePeriod, freezePeriod, periodState } from '../billing/index.js'
import { YearMonth } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { EXIT, report } from './report.js'
import { groupingByCode, operatorContext, withRuntime } from './with-runtime.js'

/** `navette close <grouping> <month>`: freezes the month when it is open, then closes it. */
export function billingCommand(code: string, monthText: string, json: boolean): Promise<number> {
  const month = YearMonth.safeParse(monthText)
  if (!month.success)
    throw new DomainError('invalid-input', `${monthText} is not a month such as 2026-03.`)
  return withRuntime(async (runtime) => {
    const groupingId = await groupingByCode(runtime, code)
    const ctx = operatorContext(runtime, [groupingId])
    const target = { groupingId, month: month.data }
    if ((await periodState(ctx, target)) === 'open') await freezePeriod(ctx, target)
    const closed = await closePeriod(ctx, target)
    report(closed, { json, text: () => `${code} ${month.data} : clôturé` })
    return EXIT.done
  })
}
