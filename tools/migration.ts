// `npm run migration -- create <name>` and `npm run migration -- check`; docs/adr/0006 says why
// these two exist instead of `prisma migrate`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { startEmbeddedPostgres } from '../src/platform/db/embedded/index.js'
import { migrationsFolder } from '../src/platform/db/migrations/index.js'
import { missingSql, type SchemaFolders } from './schema-drift.js'

const ROOT = resolve(import.meta.dirname, '..')
const FOLDERS: SchemaFolders = {
  schema: join(ROOT, 'prisma', 'schema'),
  migrations: migrationsFolder(),
}

/** Migrations are applied in the order of their names: the moment comes first, to the second. */
function nameNow(name: string): string {
  return `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
}

async function compare(): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    directory: join(ROOT, '.local', 'migration'),
    durable: false,
  })
  try {
    return await missingSql(postgres.url(), FOLDERS)
  } finally {
    await postgres.stop()
  }
}

async function create(name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('The name of a migration is made of a-z, 0-9 and _, and starts with a letter.')
  }
  const sql = await compare()
  if (sql === '') {
    console.log('The migrations already make what prisma/schema describes.')
    return
  }
  const folder = join(FOLDERS.migrations, nameNow(name))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${join(folder, 'migration.sql')}; read it before you commit it.`)
}

async function check(): Promise<void> {
  const sql = await compare()
  if (sql === '') {
    console.log('prisma/schema and prisma/migrations agree.')
    return
  }
  console.error(`${sql}\nThe migrations lack the SQL above: npm run migration -- create <name>`)
  process.exitCode = 1
}

const cli = new Command('migration')
cli.command('create <name>').description('write what the migrations lack').action(create)
cli.command('check').description('fail if schema and migrations differ').action(check)

try {
  await cli.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
