import { DomainError } from './errors.js'
import { type Cents, cents } from './money.js'

const sum = (values: readonly bigint[]): bigint =>
  values.reduce((total, value) => total + value, 0n)

/**
 * Splits an amount by integer weights: largest remainder (« plus fort reste »), ties to the first
 * position, so the members' fixed order decides. A credit is the mirror of the charge it undoes.
 * @throws DomainError `key-missing` when no weight is positive: nobody could be charged
 * @throws RangeError on a negative weight
 */
export function splitByWeight(total: Cents, weights: readonly bigint[]): Cents[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('A weight cannot be negative')
  const whole = sum(weights)
  if (whole === 0n) {
    throw new DomainError(
      'key-missing',
      'This amount cannot be split: every weight of the key is zero. Enter the key or its driver',
    )
  }

  const magnitude = total < 0n ? -total : total
  const shares = weights.map((weight) => (magnitude * weight) / whole)
  const left = Number(magnitude - sum(shares))
  const byRemainder = weights
    .map((weight, position) => ({ position, remainder: (magnitude * weight) % whole }))
    .toSorted((a, b) => compare(b.remainder, a.remainder) || a.position - b.position)
  const lucky = new Set(byRemainder.slice(0, left).map(({ position }) => position))

  return shares.map((share, position) => {
    const amount = lucky.has(position) ? share + 1n : share
    return cents(total < 0n ? -amount : amount)
  })
}

/** An amount in equal parts, to the cent: what does not divide goes to the first parts, one cent each. */
export const splitEqually = (total: Cents, parts: number): Cents[] =>
  splitByWeight(
    total,
    Array.from({ length: parts }, () => 1n),
  )

/** One key inside a weighted mix: how much it counts, and its weight for each member. */
export interface MixComponent {
  readonly weight: bigint
  readonly members: readonly bigint[]
}

/**
 * Mixes several keys into one, exactly: member i weighs Σ weight × members[i] / Σ members, on a
 * common denominator, in lowest terms. Components that count for nothing are left out.
 * @throws DomainError `key-missing` when nothing counts, or a component that counts has no weight at all
 * @throws RangeError on a negative weight or on components of different lengths
 */
export function weightedMix(components: readonly MixComponent[]): bigint[] {
  const length = components[0]?.members.length ?? 0
  if (components.some(({ members }) => members.length !== length)) {
    throw new RangeError('Every component of a mix must list the same members')
  }
  if (components.some(({ weight, members }) => [weight, ...members].some((value) => value < 0n))) {
    throw new RangeError('A weight cannot be negative')
  }

  const counted = components
    .map((component, position) => ({ ...component, position, whole: sum(component.members) }))
    .filter(({ weight }) => weight > 0n)
  const empty = counted.find(({ whole }) => whole === 0n)
  if (counted.length === 0 || empty !== undefined) throw missingComponent(empty?.position)

  const denominator = counted.reduce((lcm, { whole }) => (lcm / gcd(lcm, whole)) * whole, 1n)
  const mixed = Array.from({ length }, (_, member) =>
    sum(
      counted.map(
        ({ weight, members, whole }) => weight * (members[member] ?? 0n) * (denominator / whole),
      ),
    ),
  )
  const divisor = mixed.reduce(gcd, 0n)
  return mixed.map((weight) => weight / divisor)
}

function missingComponent(component: number | undefined): DomainError {
  return component === undefined
    ? new DomainError('key-missing', 'This mix has no component that counts: enter its weights')
    : new DomainError(
        'key-missing',
        `Component ${component + 1} of this mix has no weight: enter its driver or leave it out`,
        { component },
      )
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
