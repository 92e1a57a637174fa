import { readFileSync } from 'node:fs'
import type pg from 'pg'
import type { EstablishmentId, GroupingId, UserId } from '../../src/kernel/ids.js'
import type { BenchServer } from '../lib/bench-server.js'
import { foundGrouping, foundUser } from '../lib/founding.js'
import { generator } from '../lib/random.js'

export interface Warehouse {
  readonly products: number
  readonly lots: number
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly deliveryPointId: string
  readonly pharmacistId: UserId
}

const UNITS_PER_LOT = 100
/** The product every order of the hot cells asks for never runs out, within the most units a product may have. */
export const HOT = 1
const HOT_FACTOR = 2_000

/** Products with lots that expire on different days, in our tables and in the reference's. */
export async function seedWarehouse(
  { owner }: BenchServer,
  { products, lots }: Pick<Warehouse, 'products' | 'lots'>,
): Promise<Warehouse> {
  const { groupingId, members } = await foundGrouping(owner, 1)
  const [member] = members
  if (member === undefined) throw new Error('A warehouse serves somebody')
  const { establishmentId, deliveryPointId } = member
  const pharmacistId = await foundUser(owner, groupingId, 'pharmacist')
  await owner.pool.query(readFileSync(new URL('./reference.sql', import.meta.url), 'utf8'))
  await seedOurs(owner.pool, [groupingId, products, lots, pharmacistId])
  await seedReference(owner.pool, [products, lots])
  await owner.pool.query('vacuum analyze')
  await owner.pool.query('checkpoint')
  return { products, lots, groupingId, establishmentId, deliveryPointId, pharmacistId }
}

const units = (product: string, each = UNITS_PER_LOT): string =>
  `case ${product} when ${HOT} then ${each * HOT_FACTOR} else ${each} end`

async function seedOurs(pool: pg.Pool, values: readonly unknown[]): Promise<void> {
  const [groupingId, products, lots, actorId] = values
  const now = `'2026-01-05T08:00:00Z'::timestamptz`
  await pool.query(
    `insert into product (id, kind, denomination, minimum_shelf_life_days, created_at, updated_at)
     select bare.uuid_of('product' || p), 'medicine', 'PRODUIT ' || p, 0, ${now}, ${now} from generate_series(1, $1::int) p`,
    [products],
  )
  await pool.query(
    `insert into location (id, grouping_id, kind, name, storage_class, created_at)
     values (bare.uuid_of('supplier'), $1, 'supplier', 'Fournisseurs', null, ${now}),
       (bare.uuid_of('store'), $1, 'store', 'Réserve', 'ambient', ${now})`,
    [groupingId],
  )
  await pool.query(
    `insert into lot (id, grouping_id, product_id, lot_number, expires_on, created_at)
     select bare.uuid_of('lot' || p || '/' || l), $1, bare.uuid_of('product' || p), 'L' || p || '-' || l,
       date '2028-01-01' + ((l * 37 + p) % 700), ${now}
     from generate_series(1, $3::int) l, generate_series(1, $2::int) p`,
    [groupingId, products, lots],
  )
  await pool.query(
    `insert into stock_item (grouping_id, product_id, available_units, owned_units, average_cost_micros, updated_at)
     select $1, bare.uuid_of('product' || p), $3::int * ${units('p')}, $3::int * ${units('p')}, 0, ${now}
     from generate_series(1, $2::int) p`,
    [groupingId, products, lots],
  )
  await pool.query(
    `insert into stock_balance (location_id, lot_id, grouping_id, product_id, expires_on, is_pickable, on_hand_units)
     select bare.uuid_of('store'), bare.uuid_of('lot' || p || '/' || l), $1, bare.uuid_of('product' || p),
       date '2028-01-01' + ((l * 37 + p) % 700), true, ${units('p')}
     from generate_series(1, $3::int) l, generate_series(1, $2::int) p`,
    [groupingId, products, lots],
  )
  await pool.query(
    `insert into period (id, grouping_id, month, state, created_at)
     values (gen_random_uuid(), $1, date '2026-01-01', 'open', ${now})`,
    [groupingId],
  )
  await pool.query(
    `insert into stock_movement (grouping_id, product_id, lot_id, from_location_id, to_location_id, units, reason,
       unit_cost_micros, subject_type, subject_id, actor_id, occurred_at, recorded_at, accounting_month, movement_key)
     select $1, bare.uuid_of('product' || p), bare.uuid_of('lot' || p || '/' || l), bare.uuid_of('supplier'), bare.uuid_of('store'),
       ${units('p')}, 'opening-balance', 0, 'seed', $1, $4, ${now}, ${now}, date '2026-01-01', 'seed ' || p || '/' || l
     from generate_series(1, $3::int) l, generate_series(1, $2::int) p`,
    [groupingId, products, lots, actorId],
  )
}

async function seedReference(pool: pg.Pool, [products, lots]: readonly number[]): Promise<void> {
  await pool.query(
    `insert into bare.item select p, $2::int * ${units('p')} from generate_series(1, $1::int) p`,
    [products, lots],
  )
  await pool.query(
    `insert into bare.lot (id, product, expires_on, held)
     select (p - 1) * $2::int + l, p, date '2028-01-01' + ((l * 37 + p) % 700), ${units('p')}
     from generate_series(1, $2::int) l, generate_series(1, $1::int) p`,
    [products, lots],
  )
}

export interface Wish {
  readonly products: readonly number[]
  readonly units: readonly number[]
}

const LINES = 10

/** Ten different products, a few units each; one of them the hot product when asked. */
export function wishes(products: number, isHot: boolean, seed: number): () => Wish {
  const random = generator(seed)
  return () => {
    const chosen = new Set<number>(isHot ? [HOT] : [])
    while (chosen.size < LINES) chosen.add(2 + Math.floor(random() * (products - 1)))
    return {
      products: [...chosen],
      units: Array.from({ length: LINES }, () => 1 + Math.floor(random() * 9)),
    }
  }
}

let orders = 0

/** Approved orders that wait for their lots, put straight into the tables. */
export async function seedApprovedOrders(
  pool: pg.Pool,
  warehouse: Warehouse,
  asked: readonly Wish[],
): Promise<string[]> {
  const first = orders + 1
  orders += asked.length
  const { groupingId, establishmentId, deliveryPointId, pharmacistId } = warehouse
  const { rows } = await pool.query<{ id: string }>(
    `insert into supply_order (id, grouping_id, establishment_id, delivery_point_id, number, kind, state, requested_by_id,
       approved_by_id, submitted_at, created_at, updated_at)
     select bare.uuid_of('order' || n), $1, $2, $3, 'BENCH-' || n, 'allotment', 'approved', $4, $4, now(), now(), now()
     from generate_series($5::int, $6::int) n order by n returning id`,
    [groupingId, establishmentId, deliveryPointId, pharmacistId, first, orders],
  )
  await pool.query(
    `insert into supply_order_line (id, order_id, grouping_id, establishment_id, line_no, requested_product_id, product_id,
       ordered_units, approved_units, in_process_units)
     select bare.uuid_of('line' || n || '/' || line), bare.uuid_of('order' || n), $1, $2, line,
       bare.uuid_of('product' || product), bare.uuid_of('product' || product), units, units, units
     from unnest($3::int[], $4::int[], $5::int[], $6::int[]) as wish (n, line, product, units)`,
    [
      groupingId,
      establishmentId,
      asked.flatMap((wish, index) => wish.products.map(() => first + index)),
      asked.flatMap(({ products }) => products.map((_, line) => line + 1)),
      asked.flatMap(({ products }) => products),
      asked.flatMap(({ units: each }) => each),
    ],
  )
  return rows.map(({ id }) => id)
}
