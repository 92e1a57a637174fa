/** Cents of an amount as the API writes it: money is never a float. */
export const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''))

/** `"-12.05"` of −1205. */
export function decimalOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** How far an amount is from a former one, and in which direction; a share only of what was not zero. */
export function changeSince(now: string, before: string) {
  const difference = centsOf(now) - centsOf(before)
  return {
    amount: decimalOf(difference < 0n ? -difference : difference),
    direction: difference === 0n ? 'same' : difference > 0n ? 'more' : 'less',
    share: centsOf(before) > 0n ? Number(difference) / Number(centsOf(before)) : undefined,
  } as const
}

/** For drawing only. */
export const heightOf = (amount: string): number => Number(centsOf(amount)) / 100
