import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { OrderId } from '../../src/kernel/ids.js'
import { allocateOrder } from '../../src/orders/index.js'
import type { Context } from '../../src/platform/context.js'
import { stockViolations } from '../../src/stock/index.js'
import { placeNaively } from '../allocation/naive.js'
import {
  seedApprovedOrders,
  seedWarehouse,
  type Warehouse,
  type Wish,
  wishes,
} from '../allocation/seed.js'
import { type ApiClient, openApiClient } from '../lib/api-client.js'
import type { BenchServer } from '../lib/bench-server.js'
import { interleave, median, rates, ratioOf, type Variant } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { atLeast, databaseTime, type Figure, perSecond } from '../lib/report.js'

interface Cell {
  readonly concurrency: number
  readonly isHot: boolean
  readonly overLimit: number
}

const CELLS: readonly Cell[] = [
  { concurrency: 1, isHot: false, overLimit: 0.5 },
  { concurrency: 8, isHot: false, overLimit: 0.7 },
  { concurrency: 32, isHot: false, overLimit: 0.9 },
  { concurrency: 32, isHot: true, overLimit: 1.5 },
]
/** More orders than any variant places in one round, on a machine of this class. */
const ORDERS_PER_SECOND_MAX = 1_500

/** A: one order of ten lines gets its lots. */
export async function allocationFigures(server: BenchServer, options: Options): Promise<Figure[]> {
  const size = options.isQuick ? { products: 1_000, lots: 10 } : { products: 5_000, lots: 40 }
  const warehouse = await seedWarehouse(server, size)
  const client = await openApiClient(server, warehouse.pharmacistId)
  const figures: Figure[] = []
  try {
    for (const cell of CELLS) {
      figures.push(await measureCell({ server, warehouse, client, options }, cell))
    }
  } finally {
    client.close()
  }
  return figures
}

interface Bench {
  readonly server: BenchServer
  readonly warehouse: Warehouse
  readonly client: ApiClient
  readonly options: Options
}

async function measureCell(bench: Bench, cell: Cell): Promise<Figure> {
  const { server, options } = bench
  const samples = await interleave(
    {
      limit: limitOf(bench, cell),
      verb: verbOf(bench, cell),
      http: httpOf(bench, cell),
      peer: peerOf(bench, cell),
    },
    options,
    server.readCpuMs,
  )
  const verb = ratioOf(rates(samples.verb), rates(samples.limit))
  const p99 = median(samples.http.map(({ p99Ms }) => p99Ms))
  return {
    row: 'A',
    operation: `allocate 10 lines, c=${cell.concurrency}${cell.isHot ? ', hot product' : ''} (verb ${perSecond(samples.verb)}, ${verb.median.toFixed(2)} × limit; HTTP p99 ${p99.toFixed(0)} ms)`,
    ours: perSecond(samples.http),
    limit: perSecond(samples.limit),
    peer: perSecond(samples.peer),
    goals: [
      atLeast(cell.overLimit, 'limit', ratioOf(rates(samples.http), rates(samples.limit))),
      atLeast(12, 'ORM loop', ratioOf(rates(samples.http), rates(samples.peer))),
    ],
    faults: await faultsOf(server),
    databaseMs: databaseTime(samples.http, samples.limit, samples.peer),
  }
}

function limitOf({ server, warehouse }: Bench, { concurrency, isHot }: Cell): Variant {
  const next = wishes(warehouse.products, isHot, 1)
  const { pool } = server.owner
  return {
    concurrency,
    work: async () => {
      const { products, units } = next()
      await pool.query({
        name: 'place',
        text: 'select bare.place($1, $2, $3, $4)',
        values: [1, randomUUID(), products, units],
      })
      return undefined
    },
  }
}

/** Orders approved beforehand, outside the measured time; a round ends early when they run out. */
function ordersFor(bench: Bench, { isHot }: Cell, seed: number) {
  const { server, warehouse, options } = bench
  const next = wishes(warehouse.products, isHot, seed)
  const waiting: { id: string; wish: Wish }[] = []
  let perRound = Math.ceil((ORDERS_PER_SECOND_MAX * options.roundMs) / 1000 / 3)
  let used = 0
  return {
    take: () => {
      used += 1
      return waiting.pop()
    },
    prepare: async () => {
      // Twice what the last round used is enough for the next.
      if (used > 0) perRound = Math.max(100, 4 * used)
      used = 0
      const missing = perRound - waiting.length
      if (missing <= 0) return
      const asked = Array.from({ length: missing }, next)
      const ids = await seedApprovedOrders(server.owner.pool, warehouse, asked)
      for (const [index, id] of ids.entries()) {
        const wish = asked[index]
        if (wish) waiting.push({ id, wish })
      }
    },
  }
}

function verbOf(bench: Bench, cell: Cell): Variant {
  const { server, warehouse } = bench
  const orders = ordersFor(bench, cell, 2)
  const { groupingId, pharmacistId } = warehouse
  const ctx: Context = {
    db: server.runtime.db,
    clock: server.runtime.clock,
    log: pino({ level: 'silent' }),
    requestId: 'bench',
    actor: {
      kind: 'user',
      userId: pharmacistId,
      displayName: 'Camille Essai',
      grants: [{ role: 'pharmacist', groupingId }],
    },
  }
  return {
    concurrency: cell.concurrency,
    prepare: orders.prepare,
    work: async () => {
      const order = orders.take()
      if (order === undefined) return false
      await allocateOrder(ctx, OrderId.parse(order.id))
      return undefined
    },
  }
}

function httpOf(bench: Bench, cell: Cell): Variant {
  const orders = ordersFor(bench, cell, 3)
  return {
    concurrency: cell.concurrency,
    prepare: orders.prepare,
    work: async () => {
      const order = orders.take()
      if (order === undefined) return false
      await bench.client.post(`/api/v1/orders/${order.id}/allocate`)
      return undefined
    },
  }
}

function peerOf(bench: Bench, cell: Cell): Variant {
  const { server, warehouse } = bench
  const orders = ordersFor(bench, cell, 4)
  return {
    concurrency: cell.concurrency,
    prepare: orders.prepare,
    work: async () => {
      const order = orders.take()
      if (order === undefined) return false
      const lines = await server.owner.prisma.supplyOrderLine.findMany({
        where: { orderId: order.id },
        orderBy: { lineNo: 'asc' },
      })
      await placeNaively(server.owner, warehouse, {
        lineIds: lines.map(({ id }) => id),
        productIds: lines.map(({ productId }) => productId),
        units: order.wish.units,
      })
      return undefined
    },
  }
}

async function faultsOf({ owner, runtime }: BenchServer): Promise<string[]> {
  const { rows } = await owner.pool.query<{ fault: string }>(
    'select distinct fault from bare.fault',
  )
  const violations = await owner.prisma.$transaction((tx) => stockViolations(tx, runtime.clock()), {
    timeout: 300_000,
  })
  const rules = new Set(violations.map(({ rule }) => `ours: ${rule}`))
  return [...rows.map(({ fault }) => fault), ...rules]
}
