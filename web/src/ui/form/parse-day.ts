const pad = (part: string): string => part.padStart(2, '0')

/** Whether the calendar has such a day. */
function existing(year: string, month: string, day: string): string | null {
  const text = `${year}-${pad(month)}-${pad(day)}`
  const at = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}

function lastOf(year: string, month: string): string | null {
  if (Number(month) < 1 || Number(month) > 12) return null
  return new Date(Date.UTC(Number(year), Number(month), 0, 12)).toISOString().slice(0, 10)
}

/**
 * A civil day as people type it: `31/05/2028`, `31052028`, `31/05/28`, `2028-05-31`. With `acceptsMonth`
 * also `05/2028`, which on a box means the last day of the month.
 */
export function parseDay(typed: string, acceptsMonth = false): string | null {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return existing(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')
  const full =
    /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{2}|\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (full) return existing(fullYear(full[3] ?? ''), full[2] ?? '', full[1] ?? '')
  const month = /^(\d{1,2})[/. -](\d{4})$/.exec(text)
  return month && acceptsMonth ? lastOf(month[2] ?? '', month[1] ?? '') : null
}

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year)
