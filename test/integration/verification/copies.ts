import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../../src/platform/db/client.js'

let made = 0

/** Runs `work` on a private copy of a database that nobody is connected to, and drops the copy. */
export async function onCopyOf<T>(
  template: string,
  work: (owner: Database) => Promise<T>,
): Promise<T> {
  made += 1
  const name = `navette_test_${Date.now().toString(36)}_${process.pid}_copy${made}`
  await onServer(`create database ${name} template ${template} strategy file_copy`)
  const url = new URL(inject('pgUrl'))
  url.pathname = `/${name}`
  const owner = openDatabase(url.href, { connections: 2 })
  try {
    return await work(owner)
  } finally {
    await owner.close()
    await onServer(`drop database ${name} with (force)`)
  }
}

async function onServer(statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: inject('pgUrl') })
  await server.connect()
  try {
    await server.query(statement)
  } finally {
    await server.end()
  }
}

export const dropped = (name: string): Promise<void> =>
  onServer(`drop database if exists ${name} with (force)`)
