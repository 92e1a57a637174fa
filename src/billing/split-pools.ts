import { DomainError } from '../kernel/errors.js'
import type { EstablishmentId } from '../kernel/ids.js'
import { splitByWeight, weightedMix } from '../kernel/largest-remainder.js'
import { type Cents, cents } from '../kernel/money.js'
import type { ByMember } from './drivers.js'
import type { Driver } from './vocabulary.js'

/** One member in the fixed order of the grouping, with its days of membership in the month. */
export interface MonthMember {
  readonly establishmentId: EstablishmentId
  readonly days: number
}

export interface KeyComponent {
  readonly driver: Driver
  readonly weight: number
  /** What the driver measured, or the contractual weights of the key before proration. */
  readonly quantities: ByMember
}

export interface Share {
  readonly establishmentId: EstablishmentId
  readonly numerator: bigint
  readonly amountCents: Cents
}

export interface PoolSplit {
  readonly totalCents: Cents
  readonly denominator: bigint
  readonly shares: readonly Share[]
}

/**
 * Splits one pool over the members of the month: contractual weights count by days of membership,
 * measured drivers as they are; several components mix exactly; cents go by largest remainder.
 * @throws DomainError `key-missing` when the key gives nobody any weight
 */
export function splitPool(
  totalCents: Cents,
  components: readonly KeyComponent[],
  members: readonly MonthMember[],
): PoolSplit {
  if (totalCents === 0n && !hasWeight(components, members)) return nothing(members)
  const weights = weightsOf(components, members)
  const amounts = splitByWeight(totalCents, weights)
  return {
    totalCents,
    denominator: weights.reduce((sum, weight) => sum + weight, 0n),
    shares: members.map(({ establishmentId }, position) => ({
      establishmentId,
      numerator: weights[position] ?? 0n,
      amountCents: amounts[position] ?? cents(0n),
    })),
  }
}

/** Splits a correction by the shares that were frozen for its month of origin. */
export function splitAsFrozen(
  totalCents: Cents,
  frozen: ReadonlyArray<{ readonly establishmentId: EstablishmentId; readonly numerator: bigint }>,
): readonly Share[] {
  const amounts = splitByWeight(
    totalCents,
    frozen.map(({ numerator }) => numerator),
  )
  return frozen.map((share, position) => ({
    ...share,
    amountCents: amounts[position] ?? cents(0n),
  }))
}

function weightsOf(components: readonly KeyComponent[], members: readonly MonthMember[]): bigint[] {
  const vectors = components.map((component) => ({
    weight: BigInt(component.weight),
    members: members.map((member) => quantityOf(component, member)),
  }))
  const [only] = vectors
  if (only === undefined) throw new DomainError('key-missing', 'This key has no component')
  // A single driver keeps its own figures: the statement shows «6 120 lignes sur 8 530», not a reduced fraction.
  return vectors.length === 1 ? only.members : weightedMix(vectors)
}

/** What a member counts for in one component; contractual weights count by days of membership. */
export function quantityOf(
  { driver, quantities }: KeyComponent,
  { establishmentId, days }: MonthMember,
): bigint {
  const quantity = quantities.get(establishmentId) ?? 0n
  return driver === 'contractual' ? quantity * BigInt(days) : quantity
}

const hasWeight = (components: readonly KeyComponent[], members: readonly MonthMember[]): boolean =>
  components.every((component) => members.some((member) => quantityOf(component, member) > 0n))

const nothing = (members: readonly MonthMember[]): PoolSplit => ({
  totalCents: cents(0n),
  denominator: 1n,
  shares: members.map(({ establishmentId }) => ({
    establishmentId,
    numerator: 0n,
    amountCents: cents(0n),
  })),
})
