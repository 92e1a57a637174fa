import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { deployMigrations, deployQueueSchema } from '../../../src/platform/db/migrations/index.js'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../database.js'

const CREATE_SHELF = 'create table shelf (id int primary key);'

describe('deploying migrations', () => {
  test('applies each one once, in the order of their names', async () => {
    const { ownerUrl } = await emptyDatabase()
    const folder = folderOf({
      '20260102000000_fill': 'insert into shelf values (1);',
      '20260101000000_shelf': CREATE_SHELF,
    })

    const first = await deployMigrations(ownerUrl, folder)
    const second = await deployMigrations(ownerUrl, folder)

    expect(first).toEqual(['20260101000000_shelf', '20260102000000_fill'])
    expect(second).toEqual([])
    expect(await rows(ownerUrl, 'select id from shelf')).toEqual([{ id: 1 }])
  })

  test('two processes that start together apply every migration once', async () => {
    const { ownerUrl } = await emptyDatabase()
    const folder = folderOf({
      '20260101000000_shelf': CREATE_SHELF,
      '20260102000000_fill': 'insert into shelf values (1);',
    })

    const applied = await Promise.all([
      deployMigrations(ownerUrl, folder),
      deployMigrations(ownerUrl, folder),
    ])

    expect(applied.map((names) => names.length).sort()).toEqual([0, 2])
    expect(await rows(ownerUrl, 'select id from shelf')).toHaveLength(1)
  })

  test('refuses a migration that was edited after it was applied', async () => {
    const { ownerUrl } = await emptyDatabase()
    await deployMigrations(ownerUrl, folderOf({ '20260101000000_shelf': CREATE_SHELF }))

    const edited = folderOf({ '20260101000000_shelf': `${CREATE_SHELF} -- with a second thought` })

    await expect(deployMigrations(ownerUrl, edited)).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('write the change as a new migration'),
      details: { reason: 'migration-edited', migration: '20260101000000_shelf' },
    })
  })

  test('a migration that fails leaves nothing behind and may be corrected', async () => {
    const { ownerUrl } = await emptyDatabase()
    const broken = folderOf({ '20260101000000_shelf': `${CREATE_SHELF} select 1 / 0;` })

    await expect(deployMigrations(ownerUrl, broken)).rejects.toMatchObject({
      message: 'The migration 20260101000000_shelf failed and changed nothing: division by zero.',
    })
    const corrected = folderOf({ '20260101000000_shelf': CREATE_SHELF })
    expect(await deployMigrations(ownerUrl, corrected)).toEqual(['20260101000000_shelf'])
  })

  test('leaves the record that Prisma itself reads', async () => {
    const { ownerUrl } = await emptyDatabase()
    await deployMigrations(ownerUrl, folderOf({ '20260101000000_shelf': CREATE_SHELF }))

    const [record] = await rows(ownerUrl, 'select * from _prisma_migrations')

    expect(record).toMatchObject({
      migration_name: '20260101000000_shelf',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
    })
  })

  test('says which server does not answer, without its password', async () => {
    const refusal = deployMigrations('postgresql://owner:s3cret@127.0.0.1:1/navette', folderOf({}))

    await expect(refusal).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringMatching(
        /^The database 127\.0\.0\.1:1\/navette (?!.*s3cret).*ECONNREFUSED/,
      ),
    })
  })
})

describe('a database with all of this version’s migrations', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })

  test('has nothing left to apply', async () => {
    expect(await deployMigrations(database.ownerUrl)).toEqual([])
  })

  test('holds the job queues in a schema of their own', async () => {
    await deployQueueSchema(database.ownerUrl)

    const tables = await rows(
      database.ownerUrl,
      `select table_name from information_schema.tables where table_schema = 'bullmq'`,
    )
    expect(tables.length).toBeGreaterThan(0)
  })

  test('lets the program in under a role that is not a superuser', async () => {
    const role = await rows(
      database.appUrl,
      'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    )

    expect(role).toEqual([{ rolname: 'navette_app', rolsuper: false, rolbypassrls: false }])
  })
})

function folderOf(migrations: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'navette-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
  return folder
}

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
