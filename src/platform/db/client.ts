import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.js'
import { statementNames } from './statement-names.js'

/** An open transaction: Prisma's query API and raw SQL on one connection. */
export type Tx = Prisma.TransactionClient

/** One process's way to the database, connected as the application role. */
export interface Database {
  readonly prisma: PrismaClient
  /** The same pool Prisma uses, for statements that Prisma cannot express. */
  readonly pool: pg.Pool
  readonly url: string
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly connections?: number
  readonly applicationName?: string
}

/** Opens the pool; the first query compiles Prisma's engine, so callers warm it up before they say «ready». */
export function openDatabase(
  url: string,
  { connections = 20, applicationName = 'navette' }: DatabaseOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: applicationName,
    keepAlive: true,
  })
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that is checked out has no listener at moments around a commit: its query fails, the process does not.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: false,
      statementNameGenerator: statementNames(),
    }),
  })
  return {
    prisma,
    pool,
    url,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
