import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { deployMigrations } from '../src/platform/db/migrations/index.js'
import { connectSchemaEngine } from './schema-engine.js'

export interface SchemaFolders {
  /** Holds every `*.prisma` file. */
  readonly schema: string
  readonly migrations: string
}

/**
 * The SQL still missing from the migrations to make what the Prisma schema describes; empty when
 * both agree. What Prisma cannot express (policies, functions, triggers, checks) is not compared.
 * @param serverUrl a server whose owner may create databases; a scratch one is made and dropped
 */
export async function missingSql(serverUrl: string, folders: SchemaFolders): Promise<string> {
  return withScratchDatabase(serverUrl, async (url) => {
    // Prisma's own "from migrations" diff insists on a shadow database through its engine binary.
    await deployMigrations(url, folders.migrations)
    await dropCoveringIndexes(url)

    const schema = readSchema(folders.schema)
    const files = schema.map(([path, content]) => ({ path, content }))
    const engine = await connectSchemaEngine(url, schema)
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'schemaDatasource', configDir: folders.schema, files },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 2 ? (stdout ?? '') : ''
  })
}

function readSchema(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
}

/** Prisma has no word for INCLUDE: it would ask to drop what our hottest reads rely on. */
async function dropCoveringIndexes(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select indexrelid::regclass::text as name
       from pg_index
       where indnatts > indnkeyatts
         and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
         and indexrelid not in (select conindid from pg_constraint)`,
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
  } finally {
    await client.end()
  }
}

async function withScratchDatabase<Result>(
  serverUrl: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `navette_scratch_${process.pid}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name}`)
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    // Forced: the engine keeps its own connections until the process ends.
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}
