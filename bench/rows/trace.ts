import { MONTHS, openLedger, seedMonths } from '../ledger/seed-ledger.js'
import { openApiClient } from '../lib/api-client.js'
import type { BenchServer } from '../lib/bench-server.js'
import { interleave, ratioOf } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { atMost, databaseTime, type Figure, latency } from '../lib/report.js'

const HOTTEST = 100

/** E: where did every unit of a recalled lot go, for the lots that went to most places. */
export async function traceFigures(server: BenchServer, options: Options): Promise<Figure[]> {
  const ledger = await openLedger(server, { movements: options.isQuick ? 1_000_000 : 10_000_000 })
  const { pool } = server.owner
  await seedMonths(
    pool,
    ledger,
    Array.from({ length: MONTHS }, (_, month) => month),
  )
  const { rows } = await pool.query<{ id: string; movements: number }>(
    `select lot_id as id, count(*)::int as movements from stock_movement group by 1 order by 2 desc, 1 limit $1`,
    [HOTTEST],
  )
  const client = await openApiClient(server, ledger.pharmacistId)
  let turn = 0
  const nextLot = () => {
    turn += 1
    return rows[turn % rows.length]?.id ?? ''
  }
  try {
    const samples = await interleave(
      {
        limit: {
          work: async () => void (await pool.query({ ...TRACE, values: [nextLot()] })),
        },
        ours: {
          work: async () => void (await client.get(`/api/v1/stock/lots/${nextLot()}/trace`)),
        },
      },
      options,
      server.readCpuMs,
    )
    const p50 = (name: 'limit' | 'ours') => samples[name].map(({ p50Ms }) => p50Ms)
    const p99 = (name: 'limit' | 'ours') => samples[name].map(({ p99Ms }) => p99Ms)
    return [
      {
        row: 'E',
        operation: `recall over HTTP, the ${HOTTEST} lots with most movements (up to ${rows[0]?.movements}), p50 / p99`,
        ours: latency(samples.ours),
        limit: latency(samples.limit),
        peer: '',
        goals: [
          atMost(3, 'bare SQL, p50', ratioOf(p50('ours'), p50('limit'))),
          atMost(5, 'bare SQL, p99', ratioOf(p99('ours'), p99('limit'))),
        ],
        faults: [],
        databaseMs: databaseTime(samples.ours, samples.limit),
      },
    ]
  } finally {
    client.close()
  }
}

/** The same rows, as the driver gives them. */
const TRACE = {
  name: 'trace',
  text: `select m.id, m.units, m.reason, m.unit_cost_micros, m.occurred_at, m.recorded_at, m.establishment_id,
    m.subject_type, m.subject_id, m.actor_id, source.kind, source.name, target.kind, target.name
    from stock_movement m join location source on source.id = m.from_location_id
    join location target on target.id = m.to_location_id
    where m.lot_id = $1 order by m.id`,
}
