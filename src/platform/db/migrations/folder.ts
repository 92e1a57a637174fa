import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../../kernel/errors.js'

export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, in hexadecimal, as Prisma stores it. */
  readonly checksum: string
}

/** `prisma/migrations` of this package, from the sources as well as from the build. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) {
    folder = dirname(folder)
  }
  return join(folder, 'prisma', 'migrations')
}

/**
 * Every migration, oldest first: the timestamp in front of the name gives the order.
 * @throws DomainError `storage-unavailable` if the folder is missing: the installation is broken
 */
export function readMigrations(folder: string): readonly Migration[] {
  if (!existsSync(folder)) {
    throw new DomainError(
      'storage-unavailable',
      `The migrations folder ${folder} is missing: install this version of Navette again.`,
      { reason: 'migrations-missing', folder },
    )
  }
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => readMigration(folder, name))
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
