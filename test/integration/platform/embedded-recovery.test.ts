import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres } from '../../../src/platform/db/embedded/index.js'
import { inOtherProcess, query, temporaryFolder } from './embedded-support.js'

test('keeps its rows from one start to the next', async () => {
  const directory = temporaryFolder()
  const first = await start(directory)
  await query(first.url(), 'create table shelf as select 1 as id')
  await first.stop()

  const second = await start(directory)

  expect(await query(second.url(), 'select id from shelf')).toEqual([{ id: 1 }])
})

test('keeps every committed row when its processes are killed with a connection open', async () => {
  const directory = temporaryFolder()
  const first = await start(directory)
  const client = new pg.Client({ connectionString: first.url() })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table shelf as select 1 as id')
  process.kill(first.pid, 'SIGKILL')

  const second = await start(directory)

  expect(second.pid).not.toBe(first.pid)
  expect(await query(second.url(), 'select id from shelf')).toEqual([{ id: 1 }])
})

test('starts again after the program and its server are both killed', async () => {
  const directory = temporaryFolder()
  const other = await inOtherProcess([directory])
  await query(other.answer.url, 'create table shelf as select 1 as id')
  process.kill(other.answer.pid, 'SIGKILL')
  await other.kill()

  const next = await start(directory)

  expect(next.isShared).toBe(false)
  expect(await query(next.url(), 'select id from shelf')).toEqual([{ id: 1 }])
})

test('starts again after the program alone is killed', async () => {
  const directory = temporaryFolder()
  const other = await inOtherProcess([directory])
  await query(other.answer.url, 'create table shelf as select 1 as id')
  await other.kill()

  const next = await start(directory)

  expect(next.isShared).toBe(false)
  expect(await query(next.url(), 'select id from shelf')).toEqual([{ id: 1 }])
})

test('starts over when the first start was cut during initdb', async () => {
  const directory = temporaryFolder()
  mkdirSync(join(directory, 'cluster.draft'))
  writeFileSync(join(directory, 'cluster.draft', 'PG_VERSION'), '18\n')
  mkdirSync(join(directory, 'cluster', 'base'), { recursive: true })
  writeFileSync(join(directory, 'password'), 'of the attempt that failed\n')

  const postgres = await start(directory)

  expect(await query(postgres.url(), 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readdirSync(directory).sort()).toEqual(['cluster', 'owner', 'password'])
})

test('is not fooled by a pid file whose number now belongs to another program', async () => {
  const directory = temporaryFolder()
  const first = await start(directory)
  const pidFile = join(directory, 'cluster', 'postmaster.pid')
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  await first.stop()
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'))

  const second = await start(directory)

  expect(await query(second.url(), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a second process joins the server, and leaving does not stop it', async () => {
  const directory = temporaryFolder()
  const other = await inOtherProcess([directory])

  const joined = await start(directory)
  await joined.stop()

  expect(joined).toMatchObject({ isShared: true, pid: other.answer.pid })
  expect(await query(other.answer.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await other.end()
})

test('two processes that start at once on a new folder share one server', async () => {
  const directory = temporaryFolder()

  const [one, two] = await Promise.all([inOtherProcess([directory]), inOtherProcess([directory])])

  expect(one.answer.pid).toBe(two.answer.pid)
  expect([one.answer.isShared, two.answer.isShared].sort()).toEqual([false, true])
  await Promise.all([one.end(), two.end()])
})

test('listens on the loopback interface only, with a password only we can read', async () => {
  const directory = temporaryFolder()
  const postgres = await start(directory)

  expect(await query(postgres.url(), 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ])
  expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600)
  await expect(query(postgres.url().replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  )
})

test('sorts as French readers expect, whatever the machine speaks', async () => {
  const postgres = await start(temporaryFolder())

  const sorted = await query(
    postgres.url(),
    `select w from unnest(array['zèbre', 'œuf', 'été', 'etage', 'Éa', 'ô']) as w order by w`,
  )

  expect(sorted.map(({ w }) => w)).toEqual(['Éa', 'etage', 'été', 'ô', 'œuf', 'zèbre'])
})

async function start(directory: string) {
  const postgres = await startEmbeddedPostgres({ directory, durable: true })
  onTestFinished(() => postgres.stop())
  return postgres
}
