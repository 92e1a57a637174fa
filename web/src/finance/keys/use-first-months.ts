import type { AllocationKeyView } from '../../../../src/billing/schema.js'
import { today } from '../../texts/formats.js'
import { monthAfter } from '../kit/month-after.js'
import { usePeriods } from '../kit/use-periods.js'

const MONTHS_SHOWN = 18

/** The months a new key may begin with: none that is closed, none before the current key has begun. */
export function useFirstMonths(current: AllocationKeyView | undefined): readonly string[] {
  const { periods } = usePeriods()
  const closed = periods.filter(({ state }) => state === 'closed').map(({ month }) => month)
  const last = [...closed, current?.fromOn.slice(0, 7) ?? ''].reduce((a, b) => (a > b ? a : b), '')
  const months = [last === '' ? today().slice(0, 7) : monthAfter(last)]
  while (months.length < MONTHS_SHOWN) months.push(monthAfter(months.at(-1) ?? ''))
  return months
}
