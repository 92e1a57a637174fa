import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../src/config.js'
import { type Database, openDatabase } from '../../src/platform/db/client.js'
import { openListener } from '../../src/start/listener.js'
import { openRuntime, type Runtime } from '../../src/start/runtime.js'
import { serveApi } from '../../src/start/serve.js'
import { processorTimeMs } from './processor-time.js'

/** Its own for each process: two benches of one checkout would empty each other's database. */
const FOLDER = resolve(import.meta.dirname, '..', '..', '.local', 'bench', String(process.pid))
const CONNECTIONS = 40
const HOST = '127.0.0.1'

/** The program as it is deployed, on an empty database of its own, and a way to look behind it. */
export interface BenchServer {
  readonly runtime: Runtime
  /** Where the API answers. */
  readonly url: string
  /** As the owner: for seeding, references and audits. */
  readonly owner: Database
  readonly settings: string
  readCpuMs(): number | undefined
  close(): Promise<void>
}

const SHOWN = ['server_version', 'shared_buffers', 'fsync', 'synchronous_commit', 'work_mem', 'jit']

/** Starts over from nothing: index growth and old statistics would change the results. */
export async function openBenchServer(): Promise<BenchServer> {
  rmSync(FOLDER, { recursive: true, force: true })
  const port = await freePort()
  const config = readConfig({
    NAVETTE_DATA: FOLDER,
    NAVETTE_LOG_LEVEL: 'silent',
    NAVETTE_SECRET: createHash('sha256').update('bench').digest('hex'),
    PORT: String(port),
    HOST,
    PUBLIC_URL: `http://${HOST}:${port}`,
    DATABASE_CONNECTIONS: String(CONNECTIONS),
  })
  const runtime = await openRuntime(config, { migrate: true })
  const ownerUrl = runtime.access.ownerUrl
  if (ownerUrl === undefined) throw new Error('The bench runs on its own database')
  const owner = openDatabase(ownerUrl, { connections: CONNECTIONS, applicationName: 'bench' })
  const listener = await openListener({ port, host: HOST })
  const api = await serveApi(runtime, listener)
  const postmaster = await postmasterPid(ownerUrl)
  return {
    runtime,
    url: config.publicUrl,
    owner,
    settings: await settingsOf(owner.pool),
    readCpuMs: () => processorTimeMs(postmaster),
    close: async () => {
      await api.close()
      await owner.close()
      await runtime.close()
      rmSync(FOLDER, { recursive: true, force: true })
    },
  }
}

async function settingsOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from pg_settings where name = any ($1) order by name',
    [SHOWN],
  )
  return rows.map(({ name, value }) => `${name}=${value}`).join(' ')
}

async function postmasterPid(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ line: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as line`,
    )
    return Number(rows[0]?.line)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
