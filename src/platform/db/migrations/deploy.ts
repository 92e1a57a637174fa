import type pg from 'pg'
import { DomainError } from '../../../kernel/errors.js'
import { type Migration, migrationsFolder, readMigrations } from './folder.js'
import { withSession } from './session.js'

/** The advisory lock Prisma's own engine takes, so that both exclude each other. */
const PRISMA_LOCK = 72_707_369

/** Prisma's table, column for column: its tools can read what we deployed. */
const MIGRATIONS_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

interface AppliedMigration {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/**
 * Applies, as the owner role, the migrations this database has not seen, and answers their names.
 * Each one is applied whole or not at all. Several processes may call it at once.
 * @throws DomainError `storage-unavailable` if the database cannot be reached, if an applied
 * migration was edited since, or if one fails
 */
export async function deployMigrations(
  url: string,
  folder = migrationsFolder(),
): Promise<string[]> {
  const migrations = readMigrations(folder)
  return withSession(url, async (session) => {
    // Held until the session ends, even if the process is killed.
    await session.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    await session.query(MIGRATIONS_TABLE)

    const applied = await readApplied(session)
    const pending = migrations.filter((migration) => isPending(migration, applied))
    for (const migration of pending) await apply(session, migration)
    return pending.map((migration) => migration.name)
  })
}

async function readApplied(session: pg.Client): Promise<ReadonlyMap<string, AppliedMigration>> {
  const { rows } = await session.query<AppliedMigration>(
    `select migration_name, checksum, finished_at
     from _prisma_migrations
     where rolled_back_at is null`,
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

function isPending(
  { name, checksum }: Migration,
  applied: ReadonlyMap<string, AppliedMigration>,
): boolean {
  const earlier = applied.get(name)
  if (!earlier) return true
  if (earlier.finished_at === null) {
    throw refusal(
      'migration-unfinished',
      name,
      'was started by another tool and never finished: repair the database by hand, then mark it with "prisma migrate resolve"',
    )
  }
  if (earlier.checksum !== checksum) {
    throw refusal(
      'migration-edited',
      name,
      'was edited after it was applied: put the file back and write the change as a new migration',
    )
  }
  return false
}

/** One transaction for the change and its record: a failed migration leaves nothing behind. */
async function apply(session: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await session.query('begin')
  try {
    await session.query(sql)
    await session.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values (gen_random_uuid(), $1, clock_timestamp(), $2, 1)`,
      [checksum, name],
    )
    await session.query('commit')
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    throw refusal('migration-failed', name, `failed and changed nothing: ${wordsOf(error)}`)
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function refusal(reason: string, migration: string, what: string): DomainError {
  return new DomainError('storage-unavailable', `The migration ${migration} ${what}.`, {
    reason,
    migration,
  })
}
