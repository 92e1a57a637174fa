import type { CalendarDate } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'

interface LotInHand {
  readonly lotNumber: string
  readonly expiresOn: CalendarDate
  readonly status: string
}

/**
 * Refuses a lot that may not leave: recalled, in quarantine, or past its last day. Asked again at
 * each step, since a lot may be blocked or expire after it was reserved.
 * @throws DomainError `lot-blocked` · `lot-expired`
 */
export function requireUsable({ lotNumber, expiresOn, status }: LotInHand, today: CalendarDate) {
  if (status !== 'available') {
    throw new DomainError('lot-blocked', `Lot ${lotNumber} is blocked (${status}): set it aside`, {
      lotNumber,
      status,
    })
  }
  if (expiresOn < today) {
    throw new DomainError('lot-expired', `Lot ${lotNumber} expired on ${expiresOn}: set it aside`, {
      lotNumber,
      expiresOn,
    })
  }
}
