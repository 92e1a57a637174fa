import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../../src/platform/db/embedded/index.js'

/** A PostgreSQL that the program is only told the address of. */
export interface ExternalServer {
  newDatabase(): Promise<string>
  close(): Promise<void>
}

/** A server of its own, because `navette migrate` sets the password of a role all databases share. */
export async function startExternalServer(): Promise<ExternalServer> {
  const directory = mkdtempSync(join(tmpdir(), 'navette-external-'))
  const server = await startEmbeddedPostgres({ directory, durable: false })
  let made = 0
  return {
    newDatabase: async () => {
      made += 1
      await rowsOf(server.url(), `create database hospital_${made}`)
      return server.url(`hospital_${made}`)
    },
    close: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export async function rowsOf(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
