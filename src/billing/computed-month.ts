import type { YearMonth } from '../kernel/calendar.js'
import type { EstablishmentId } from '../kernel/ids.js'
import { type Cents, cents } from '../kernel/money.js'
import type { CostPool } from '../platform/db/generated/client.js'
import type { LoadedKey } from './key-view.js'
import type { NamedMember } from './month-members.js'
import type { KeyComponent } from './split-pools.js'

/** What one member owes for one pool: the month's own part, and corrections of closed months. */
export interface ComputedShare {
  readonly establishmentId: EstablishmentId
  readonly numerator: string
  readonly ownCents: Cents
  readonly corrections: ReadonlyArray<{
    readonly originMonth: YearMonth
    readonly amountCents: Cents
  }>
}

export interface ComputedPool {
  readonly pool: CostPool
  readonly key: LoadedKey | null
  readonly keyLabel: string
  readonly unit: string
  readonly ownCents: Cents
  readonly totalCents: Cents
  readonly denominator: string
  /** What each part of the key measured; none where the pool is not split by a key. */
  readonly components: readonly KeyComponent[]
  readonly shares: readonly ComputedShare[]
}

export interface ComputedMonth {
  readonly members: readonly NamedMember[]
  readonly pools: readonly ComputedPool[]
  readonly totalCents: Cents
}

export const amountOf = ({ ownCents, corrections }: ComputedShare): Cents =>
  cents(corrections.reduce((sum, { amountCents }) => sum + amountCents, ownCents + 0n))
