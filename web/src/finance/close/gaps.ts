import type { MonthSplitView } from '../../../../src/billing/schema.js'
import { byMagnitude, centsOf, minus } from '../kit/exact.js'

export interface Gap {
  readonly poolId: string
  readonly pool: string
  readonly establishmentId: string
  readonly member: string
  readonly before: string
  readonly now: string
  readonly gap: string
}

const NOTHING = '0.00'

/** Each amount that is not what it was the month before, the largest difference first. */
export function gapsOf(now: MonthSplitView, before: MonthSplitView): readonly Gap[] {
  const names = new Map(
    [...before.members, ...now.members].map(({ establishmentId, name }) => [establishmentId, name]),
  )
  const labels = new Map(
    [...before.pools, ...now.pools].map(({ poolId, label }) => [poolId, label]),
  )
  const gaps: Gap[] = []
  for (const [poolId, pool] of labels) {
    for (const [establishmentId, member] of names) {
      const was = amountIn(before, poolId, establishmentId)
      const is = amountIn(now, poolId, establishmentId)
      const gap = minus(is, was)
      if (centsOf(gap) === 0n) continue
      gaps.push({ poolId, pool, establishmentId, member, before: was, now: is, gap })
    }
  }
  return gaps.sort((a, b) => byMagnitude(a.gap, b.gap))
}

const amountIn = (split: MonthSplitView, poolId: string, establishmentId: string): string =>
  split.pools
    .find((pool) => pool.poolId === poolId)
    ?.shares.find((share) => share.establishmentId === establishmentId)?.amount ?? NOTHING
