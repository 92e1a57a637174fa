import type pg from 'pg'
import type { GroupingId, UserId } from '../../src/kernel/ids.js'
import type { BenchServer } from '../lib/bench-server.js'
import { foundGrouping, foundUser } from '../lib/founding.js'

export const MONTHS = 24
const MEMBERS = 30
const PRODUCTS = 15_000
/** A lot of a product serves about two months. */
const LOTS_PER_PRODUCT = 12

export interface Ledger {
  readonly groupingId: GroupingId
  readonly financeId: UserId
  readonly pharmacistId: UserId
  readonly movementsPerMonth: number
  readonly products: number
}

/** A pharmacy with its members, products and lots, and no movement yet. */
export async function openLedger(
  { owner }: BenchServer,
  { movements }: { movements: number },
): Promise<Ledger> {
  const { groupingId } = await foundGrouping(owner, MEMBERS)
  const financeId = await foundUser(owner, groupingId, 'finance-controller')
  const pharmacistId = await foundUser(owner, groupingId, 'pharmacist')
  const products = Math.min(PRODUCTS, Math.ceil(movements / 200))
  const { pool } = owner
  await pool.query(`create schema bare`)
  await pool.query(`create function bare.uuid_of(p_text text) returns uuid language sql immutable as
    $$ select overlay(overlay(md5(p_text) placing '4' from 13) placing '8' from 17)::uuid $$`)
  await pool.query(
    `insert into product (id, kind, denomination, created_at, updated_at)
     select bare.uuid_of('product' || p), 'medicine', 'PRODUIT ' || p, now(), now() from generate_series(1, $1::int) p`,
    [products],
  )
  await pool.query(
    `insert into lot (id, grouping_id, product_id, lot_number, expires_on, created_at)
     select bare.uuid_of('lot' || p || '/' || l), $1, bare.uuid_of('product' || p), 'L' || p || '-' || l, date '2030-01-01', now()
     from generate_series(1, $2::int) p, generate_series(0, $3::int - 1) l`,
    [groupingId, products, LOTS_PER_PRODUCT],
  )
  await pool.query(
    `insert into location (id, grouping_id, establishment_id, kind, name, created_at)
     select gen_random_uuid(), $1, establishment_id, kind, kind, now()
     from membership, unnest(array['in-transit', 'member-store']) as kind where grouping_id = $1`,
    [groupingId],
  )
  return {
    groupingId,
    financeId,
    pharmacistId,
    products,
    movementsPerMonth: Math.floor(movements / MONTHS),
  }
}

/**
 * What members received in these months (0 = November 2024). Few products make most of the movements.
 * One connection without foreign-key checks: the rows refer to what was just made.
 */
export async function seedMonths(
  pool: pg.Pool,
  { groupingId, pharmacistId, movementsPerMonth, products }: Ledger,
  months: readonly number[],
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const month of months) {
      await client.query('select setseed($1)', [0.1 + month / 100])
      await client.query(
        `insert into stock_movement (grouping_id, establishment_id, product_id, lot_id, from_location_id, to_location_id,
           units, reason, unit_cost_micros, subject_type, subject_id, line_id, actor_id, occurred_at, recorded_at,
           accounting_month, movement_key)
         with place as materialized (
           select row_number() over (order by t.establishment_id)::int as n, t.establishment_id, t.id as transit, s.id as store
           from location t join location s on s.establishment_id = t.establishment_id and s.kind = 'member-store'
           where t.grouping_id = $1 and t.kind = 'in-transit'),
         draw as (
           select g, 1 + floor(${MEMBERS} * power(random(), 1.5))::int as member,
             1 + floor(($3::int - 1) * power(random(), 2))::int as product,
             1 + floor(20 * random())::int as units, (1 + floor(1000000 * random()))::bigint as cost
           from generate_series(1, $4::int) g)
         select $1, place.establishment_id, bare.uuid_of('product' || product),
           bare.uuid_of('lot' || product || '/' || ($5::int / 2) % ${LOTS_PER_PRODUCT}), transit, store, units, 'member-receipt', cost,
           'delivery', bare.uuid_of('delivery' || $5::int || '/' || g / 8), bare.uuid_of('line' || $5::int || '/' || g), $2,
           at, at, date_trunc('month', at)::date, $5::int || '/' || g
         from draw join place on place.n = member
         cross join lateral (select timestamptz '2024-11-01 12:00Z' + $5::int * interval '1 month'
           + (g % 27) * interval '1 day' as at) moment`,
        [groupingId, pharmacistId, products, movementsPerMonth, month],
      )
    }
    await client.query('set session_replication_role = origin')
    await client.query('vacuum analyze')
  } finally {
    client.release()
  }
}

/** `2024-11` for 0. */
export function monthNamed(month: number): string {
  const index = 10 + month
  return `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
