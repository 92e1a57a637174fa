import type { YearMonth } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import { type Cents, cents } from '../kernel/money.js'
import type { CostPool } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { ComputedPool, ComputedShare } from './computed-month.js'
import { measureDriver } from './drivers.js'
import type { LoadedKey } from './key-view.js'
import type { NamedMember } from './month-members.js'
import { fromMonthColumn, monthColumn } from './months.js'
import { type KeyComponent, type Share, splitAsFrozen, splitPool } from './split-pools.js'
import { DRIVER_UNITS, Driver } from './vocabulary.js'

interface ChargesToSplit {
  readonly pool: CostPool
  readonly key: LoadedKey | null
  readonly members: readonly NamedMember[]
  readonly groupingId: GroupingId
  readonly month: YearMonth
}

interface OriginTotal {
  readonly originMonth: YearMonth
  readonly totalCents: Cents
}

/**
 * Splits the month's charges of one pool by its key, and each correction by the shares its month of
 * origin was closed with.
 * @throws DomainError `key-missing`
 */
export async function splitCharges(tx: Tx, wish: ChargesToSplit): Promise<ComputedPool> {
  const { pool, key, members, month } = wish
  const totals = await chargesByOrigin(tx, pool.id, month)
  const own = totals.find(({ originMonth }) => originMonth >= month)?.totalCents ?? cents(0n)
  const components = key === null ? [] : await measure(tx, wish, key.allocationKeyComponents)
  if (key === null && own !== 0n) throw noKey(month)
  const split = splitPool(own, components, members)

  const corrections: Correction[] = []
  for (const { originMonth, totalCents } of totals) {
    if (originMonth >= month || totalCents === 0n) continue
    const frozen = await frozenShares(tx, wish, originMonth)
    const shares =
      frozen.length > 0
        ? splitAsFrozen(totalCents, frozen)
        : splitPool(totalCents, components, members).shares
    corrections.push({ originMonth, shares })
  }
  return {
    pool,
    key,
    keyLabel: key?.label ?? 'Aucune charge ce mois',
    unit: unitOf(key),
    ownCents: own,
    totalCents: cents(totals.reduce((sum, { totalCents }) => sum + totalCents, 0n)),
    denominator: split.denominator.toString(),
    components,
    shares: members.map(({ establishmentId }) =>
      shareOf(establishmentId, split.shares, corrections),
    ),
  }
}

interface Correction {
  readonly originMonth: YearMonth
  readonly shares: readonly Share[]
}

function shareOf(
  establishmentId: EstablishmentId,
  own: readonly Share[],
  corrections: readonly Correction[],
): ComputedShare {
  const mine = own.find((share) => share.establishmentId === establishmentId)
  return {
    establishmentId,
    numerator: (mine?.numerator ?? 0n).toString(),
    ownCents: mine?.amountCents ?? cents(0n),
    corrections: corrections.flatMap(({ originMonth, shares }) => {
      const amountCents = shares.find(
        (share) => share.establishmentId === establishmentId,
      )?.amountCents
      return amountCents === undefined || amountCents === 0n ? [] : [{ originMonth, amountCents }]
    }),
  }
}

async function chargesByOrigin(
  tx: Tx,
  poolId: string,
  month: YearMonth,
): Promise<readonly OriginTotal[]> {
  const rows = await tx.charge.groupBy({
    by: ['originMonth'],
    where: { poolId, accountingMonth: monthColumn(month) },
    _sum: { amountCents: true },
    orderBy: { originMonth: 'desc' },
  })
  return rows.map(({ originMonth, _sum }) => ({
    originMonth: fromMonthColumn(originMonth),
    totalCents: cents(_sum.amountCents ?? 0n),
  }))
}

/** What a key is made of, before anything was measured. */
export interface KeyPart {
  readonly driver: string
  readonly weight: number
  readonly allocationKeyWeights: ReadonlyArray<{
    readonly establishmentId: string
    readonly weight: bigint
  }>
}

/** What each part of a key measures in a month, or the weights the key itself gives. */
export async function measure(
  tx: Tx,
  { groupingId, month }: Pick<ChargesToSplit, 'groupingId' | 'month'>,
  parts: readonly KeyPart[],
): Promise<KeyComponent[]> {
  const components: KeyComponent[] = []
  for (const component of parts) {
    const driver = Driver.parse(component.driver)
    const quantities =
      driver === 'contractual'
        ? new Map(
            component.allocationKeyWeights.map((w) => [
              EstablishmentId.parse(w.establishmentId),
              w.weight,
            ]),
          )
        : await measureDriver(tx, { groupingId, month, driver })
    components.push({ driver, weight: component.weight, quantities: notNegative(quantities) })
  }
  return components
}

/** More returned than received in a month: such a member weighs nothing in a shared pool. */
const notNegative = (quantities: ReadonlyMap<EstablishmentId, bigint>) =>
  new Map([...quantities].filter(([, quantity]) => quantity > 0n))

async function frozenShares(tx: Tx, { pool, groupingId }: ChargesToSplit, originMonth: YearMonth) {
  const shares = await tx.periodShare.findMany({
    where: {
      poolId: pool.id,
      period: { groupingId, month: monthColumn(originMonth), state: 'closed' },
    },
    orderBy: { establishmentId: 'asc' },
  })
  const frozen = shares.map(({ establishmentId, numerator }) => ({
    establishmentId: EstablishmentId.parse(establishmentId),
    numerator: BigInt(numerator),
  }))
  return frozen.some(({ numerator }) => numerator > 0n) ? frozen : []
}

function unitOf(key: LoadedKey | null): string {
  const drivers = key?.allocationKeyComponents.map(({ driver }) => Driver.parse(driver)) ?? []
  const [only] = drivers
  if (only === undefined) return '-'
  return drivers.length === 1 ? DRIVER_UNITS[only] : 'parts pondérées'
}

const noKey = (month: YearMonth): DomainError =>
  new DomainError('key-missing', `no allocation key is in force on the first day of ${month}`, {
    month,
  })
