import { pino } from 'pino'
import { computeMonth } from '../../src/billing/compute-month.js'
import { snapshotDigest, writeSnapshot } from '../../src/billing/freeze-snapshot.js'
import {
  billingViolations,
  closePeriod,
  createCostPool,
  freezePeriod,
  openPeriod,
} from '../../src/billing/index.js'
import { monthColumn } from '../../src/billing/months.js'
import { yearMonth } from '../../src/kernel/calendar.js'
import { newId, PeriodId } from '../../src/kernel/ids.js'
import type { Context } from '../../src/platform/context.js'
import { type Ledger, MONTHS, monthNamed, openLedger, seedMonths } from '../ledger/seed-ledger.js'
import type { BenchServer } from '../lib/bench-server.js'
import { median, type Ratio, ratioOf } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { atMost, type Figure, number } from '../lib/report.js'

/** Months closed while the ledger holds a tenth of its rows, then with all of them. */
const EARLY = [0, 1]
const LATE = [2, 3, 4]

/** C: closing a month is the whole verb: split, snapshot, digest, a statement for each member. */
export async function closeFigures(server: BenchServer, { isQuick }: Options): Promise<Figure[]> {
  const movements = isQuick ? 1_000_000 : 10_000_000
  const ledger = await openLedger(server, { movements })
  const ctx = financeContext(server, ledger)
  const { groupingId } = ledger
  await createCostPool(ctx, {
    groupingId,
    code: 'PRODUITS',
    label: 'Produits',
    account: '602',
    source: 'products',
  })
  const { pool } = server.owner
  await seedMonths(pool, ledger, [...EARLY, ...LATE.slice(0, 1)])
  const early = await closeAll(server, ctx, ledger, EARLY)
  await seedMonths(pool, ledger, months(LATE[1] ?? 0, MONTHS))
  const late = await closeAll(server, ctx, ledger, LATE)
  const again = [await digestOf(server, ledger, 5), await digestOf(server, ledger, 5)]
  const violations = await server.owner.prisma.$transaction((tx) => billingViolations(tx), {
    timeout: 600_000,
  })
  return [
    {
      row: 'C',
      operation: `close a month of ${ledger.movementsPerMonth} movements among ${movements}`,
      ours: `${number(median(late.closeMs))} ms`,
      limit: `${number(median(late.groupMs))} ms`,
      peer: '',
      goals: [
        atMost(4, 'bare GROUP BY', ratioOf(late.closeMs, late.groupMs)),
        atMost(1.3, 'the same month in a tenth of the ledger', flatness(late, early)),
      ],
      faults: [
        ...(again[0] === again[1] ? [] : ['the same month gave two digests']),
        ...new Set(violations.map(({ rule }) => rule)),
      ],
    },
  ]
}

const months = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index)

interface Times {
  readonly closeMs: number[]
  readonly groupMs: number[]
}

function flatness(late: Times, early: Times): Ratio {
  const value = median(late.closeMs) / median(early.closeMs)
  return { median: value, min: value, max: value }
}

async function closeAll(
  server: BenchServer,
  ctx: Context,
  ledger: Ledger,
  which: readonly number[],
): Promise<Times> {
  const times: Times = { closeMs: [], groupMs: [] }
  for (const index of which) {
    const month = yearMonth(monthNamed(index))
    const input = { groupingId: ledger.groupingId, month }
    await openPeriod(ctx, input)
    await freezePeriod(ctx, input)
    times.groupMs.push(await timed(() => bareGroupBy(server, ledger, index)))
    times.closeMs.push(await timed(() => closePeriod(ctx, input)))
  }
  return times
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const bareGroupBy = ({ owner }: BenchServer, { groupingId }: Ledger, month: number) =>
  owner.pool.query(
    `select count(*), sum(units), sum(cost) from (
       select establishment_id, product_id, sum(units) as units, sum(units * unit_cost_micros) as cost
       from stock_movement where grouping_id = $1 and accounting_month = $2::date group by 1, 2) line`,
    [groupingId, `${monthNamed(month)}-01`],
  )

/** Freezes a month in a transaction that is undone: its digest must not depend on when that happens. */
async function digestOf(
  { owner }: BenchServer,
  { groupingId }: Ledger,
  index: number,
): Promise<string> {
  const month = yearMonth(monthNamed(index))
  let digest = ''
  const undo = new Error('undone on purpose')
  await owner.prisma
    .$transaction(
      async (tx) => {
        const periodId = newId(PeriodId)
        await tx.period.create({
          data: {
            id: periodId,
            groupingId,
            month: monthColumn(month),
            state: 'open',
            createdAt: new Date(),
          },
        })
        const target = { groupingId, periodId, month: monthColumn(month) }
        await writeSnapshot(tx, target, await computeMonth(tx, groupingId, month))
        digest = await snapshotDigest(tx, periodId)
        throw undo
      },
      { timeout: 600_000 },
    )
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return digest
}

function financeContext({ runtime }: BenchServer, { groupingId, financeId }: Ledger): Context {
  return {
    db: runtime.db,
    clock: runtime.clock,
    log: pino({ level: 'silent' }),
    requestId: 'bench',
    actor: {
      kind: 'user',
      userId: financeId,
      displayName: 'Camille Essai',
      grants: [{ role: 'finance-controller', groupingId }],
    },
  }
}
