import type { YearMonth } from '../kernel/calendar.js'
import { cents, type MicroEuros, microEuros, microsToDecimal } from '../kernel/money.js'
import type { CostPool } from '../platform/db/generated/client.js'
import type { ComputedPool } from './computed-month.js'
import type { MemberConsumption } from './consumption.js'
import type { NamedMember } from './month-members.js'

const KEY_LABEL = 'Consommation réelle, valorisée au coût moyen pondéré du jour de la sortie'

/** Products are not split by a key: each member owes what it received, at the cost frozen on each movement. */
export function splitProducts(
  pool: CostPool,
  consumption: readonly MemberConsumption[],
  members: readonly NamedMember[],
  month: YearMonth,
): ComputedPool {
  const byMember = new Map(consumption.map((own) => [own.establishmentId, own]))
  const shares = members.map(({ establishmentId }) => {
    const parts = byMember.get(establishmentId)?.parts ?? []
    const own = parts.find(({ originMonth }) => originMonth >= month)
    return {
      establishmentId,
      micros: own?.costMicros ?? microEuros(0n),
      ownCents: own?.amountCents ?? cents(0n),
      corrections: parts.filter(({ originMonth }) => originMonth < month),
    }
  })
  const sum = (values: readonly bigint[]): bigint =>
    values.reduce((total, value) => total + value, 0n)
  const ownCents = sum(shares.map((share) => share.ownCents))
  const corrected = sum(
    shares.flatMap(({ corrections }) => corrections.map(({ amountCents }) => amountCents)),
  )
  const denominator: MicroEuros = microEuros(sum(shares.map(({ micros }) => micros)))
  return {
    pool,
    key: null,
    keyLabel: KEY_LABEL,
    unit: '€',
    ownCents: cents(ownCents),
    totalCents: cents(ownCents + corrected),
    denominator: microsToDecimal(denominator),
    components: [],
    shares: shares.map(({ micros, ...share }) => ({
      ...share,
      numerator: microsToDecimal(micros),
    })),
  }
}
