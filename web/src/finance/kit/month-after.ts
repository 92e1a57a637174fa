/** The month after `2026-12` is `2027-01`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number, 1))
  return next.toISOString().slice(0, 7)
}
