const PRECISION = 1_000n

/** Of decimal amounts, how much of the greatest each is: exact until it becomes a height to draw. */
export function sharesOfAmounts(amounts: readonly string[]): number[] {
  const cents = amounts.map((amount) => BigInt(amount.replace('.', '')))
  const greatest = cents.reduce((most, each) => (each > most ? each : most), 0n)
  if (greatest === 0n) return cents.map(() => 0)
  return cents.map((each) => {
    if (each <= 0n) return 0
    return Math.max(0.01, Number((each * PRECISION) / greatest) / Number(PRECISION))
  })
}

export function sharesOf(counts: readonly number[]): number[] {
  const greatest = Math.max(0, ...counts)
  return counts.map((count) => (greatest === 0 ? 0 : count / greatest))
}
