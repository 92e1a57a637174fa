import { z } from 'zod'
import { YearMonth } from '../kernel/calendar.js'
import { EstablishmentId } from '../kernel/ids.js'
import { AmountInput, centsToDecimal } from '../kernel/money.js'
import type { ComputedPool } from './computed-month.js'
import type { NamedMember } from './month-members.js'
import { Driver } from './vocabulary.js'

const Quantity = z.string().transform((text) => BigInt(text))

/** What closing keeps of one pool beside its shares: everything a screen says of them afterwards. */
export const FrozenDetail = z.object({
  code: z.string(),
  label: z.string(),
  account: z.string().nullable(),
  keyLabel: z.string(),
  decision: z.string().nullable(),
  unit: z.string(),
  own: AmountInput,
  corrections: z.array(
    z.object({ establishmentId: EstablishmentId, originMonth: YearMonth, amount: AmountInput }),
  ),
  /** In the fixed order of the grouping. Months closed by the first versions have neither these nor measures. */
  members: z
    .array(z.object({ establishmentId: EstablishmentId, name: z.string(), days: z.int() }))
    .default([]),
  components: z
    .array(
      z.object({
        driver: Driver,
        weight: z.int(),
        quantities: z.array(z.tuple([EstablishmentId, Quantity])),
      }),
    )
    .default([]),
})
export type FrozenDetail = z.output<typeof FrozenDetail>

/** The same, as it is written. */
export const frozenDetailOf = (
  pool: ComputedPool,
  members: readonly NamedMember[],
): z.input<typeof FrozenDetail> => ({
  code: pool.pool.code,
  label: pool.pool.label,
  account: pool.pool.account,
  keyLabel: pool.keyLabel,
  decision: pool.key?.decisionReference ?? null,
  unit: pool.unit,
  own: centsToDecimal(pool.ownCents),
  corrections: pool.shares.flatMap(({ establishmentId, corrections }) =>
    corrections.map(({ originMonth, amountCents }) => ({
      establishmentId,
      originMonth,
      amount: centsToDecimal(amountCents),
    })),
  ),
  members: members.map(({ establishmentId, name, days }) => ({ establishmentId, name, days })),
  components: pool.components.map(({ driver, weight, quantities }) => ({
    driver,
    weight,
    quantities: [...quantities].map(([member, quantity]) => [member, quantity.toString()]),
  })),
})
