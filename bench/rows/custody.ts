import { readFileSync } from 'node:fs'
import { custodyViolations } from '../../src/custody/index.js'
import {
  batches,
  CONTAINER_COUNT,
  columnsOf,
  type DeviceBatch,
  EVENTS,
} from '../custody/batches.js'
import { keepNaively } from '../custody/naive.js'
import { type ApiClient, openApiClient } from '../lib/api-client.js'
import type { BenchServer } from '../lib/bench-server.js'
import { foundGrouping, foundUser } from '../lib/founding.js'
import { interleave, rates, ratioOf, type Variant } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { atLeast, databaseTime, type Figure, perSecond } from '../lib/report.js'

const CONCURRENCY = 8
const PATH = '/api/v1/custody-events'
/** Containers of the peer have chains of its own making, which our audit would rightly refuse. */
const PEER_PREFIX = 'PAIR'

/** B: a hundred scans of one device, kept once and chained. */
export async function custodyFigures(server: BenchServer, options: Options): Promise<Figure[]> {
  const { owner, runtime } = server
  const { groupingId } = await foundGrouping(owner, 1)
  const actorId = await foundUser(owner, groupingId, 'courier')
  await owner.pool.query(readFileSync(new URL('../custody/reference.sql', import.meta.url), 'utf8'))
  await owner.pool.query('insert into bare.parcel (id) select generate_series(1, $1::int)', [
    CONTAINER_COUNT,
  ])
  await owner.pool.query('vacuum analyze')
  const client = await openApiClient(server, actorId)
  const naive = batches(PEER_PREFIX, 4, runtime.clock)
  const peer: Variant = {
    work: async () => void (await keepNaively(owner, { groupingId, actorId }, naive())),
  }
  try {
    const samples = await interleave(
      {
        plain: call(server, 'keep', 1),
        chained: call(server, 'chain', 2),
        ours: send(client, batches('SAC', 3, runtime.clock)),
        peer,
      },
      options,
      server.readCpuMs,
    )
    const ours = rates(samples.ours)
    return [
      {
        row: 'B',
        operation: `batch of ${EVENTS} scans over HTTP, c=${CONCURRENCY} (plain insert ${perSecond(samples.plain)}; peer one at a time)`,
        ours: perSecond(samples.ours),
        limit: perSecond(samples.chained),
        peer: perSecond(samples.peer),
        goals: [
          atLeast(0.75, 'chained limit', ratioOf(ours, rates(samples.chained))),
          atLeast(0.4, 'plain insert', ratioOf(ours, rates(samples.plain))),
          atLeast(5, 'ORM loop', ratioOf(ours, rates(samples.peer))),
        ],
        faults: await faultsOf(server),
        databaseMs: databaseTime(samples.ours, samples.chained, samples.peer),
      },
      await replayFigure(server, client, options),
    ]
  } finally {
    client.close()
  }
}

const send = (client: ApiClient, next: () => DeviceBatch): Variant => ({
  concurrency: CONCURRENCY,
  work: async () => void (await client.post(PATH, next())),
})

let devices = 0

function call({ owner, runtime }: BenchServer, name: 'keep' | 'chain', seed: number): Variant {
  const next = batches('SAC', seed, runtime.clock)
  return {
    concurrency: CONCURRENCY,
    work: async () => {
      devices += 1
      await owner.pool.query({
        name,
        text: `select bare.${name}($1, $2, $3, $4, $5)`,
        values: columnsOf(devices, next()),
      })
      return undefined
    },
  }
}

/** Phones send again what they are not sure was received: it must be cheap and change nothing. */
async function replayFigure(
  { owner, runtime, readCpuMs }: BenchServer,
  client: ApiClient,
  options: Options,
): Promise<Figure> {
  const next = batches('SAC', 5, runtime.clock)
  const known = Array.from({ length: 40 }, next)
  for (const batch of known) await client.post(PATH, batch)
  const rows = async () =>
    (
      await owner.pool.query<{ n: string }>(
        `select count(*) as n from custody_event where device_id = any ($1)`,
        [known.map(({ deviceId }) => deviceId)],
      )
    ).rows[0]?.n
  const before = await rows()
  let sent = 0
  const samples = await interleave(
    {
      first: send(client, next),
      again: send(client, () => {
        sent += 1
        return known[sent % known.length] ?? next()
      }),
    },
    options,
    readCpuMs,
  )
  return {
    row: 'B',
    operation: `the same ${EVENTS} scans sent again (peer: sent for the first time)`,
    ours: perSecond(samples.again),
    limit: '',
    peer: perSecond(samples.first),
    goals: [atLeast(1.5, 'first time', ratioOf(rates(samples.again), rates(samples.first)))],
    faults: before === (await rows()) ? [] : ['a repetition wrote something'],
    databaseMs: databaseTime(samples.again, samples.first),
  }
}

async function faultsOf({ owner }: BenchServer): Promise<string[]> {
  const { rows } = await owner.pool.query<{ fault: string }>(
    'select distinct fault from bare.fault',
  )
  const violations = await owner.prisma.$transaction((tx) => custodyViolations(tx), {
    timeout: 300_000,
  })
  const ours = violations.filter(({ subject }) => !subject.startsWith(PEER_PREFIX))
  return [...rows.map(({ fault }) => fault), ...new Set(ours.map(({ rule }) => `ours: ${rule}`))]
}
