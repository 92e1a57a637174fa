import pg from 'pg'
import { inject, onTestFinished } from 'vitest'

export interface TestDatabase {
  readonly name: string
  /** As the owner: bypasses row-level security. For arranging and looking, never for the code under test. */
  readonly ownerUrl: string
  /** As `navette_app`, the role the program runs as. */
  readonly appUrl: string
  /** Closes every connection and drops the database. Otherwise the next run does. */
  drop(): Promise<void>
}

let made = 0

/** A private, migrated, empty database in tens of milliseconds: call it once per test file, in `beforeAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  return copyOf(inject('pgTemplate'))
}

/** A private database with nothing in it, for tests of the migrations themselves; dropped with the test. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await copyOf('template0')
  onTestFinished(() => database.drop())
  return database
}

async function copyOf(template: string): Promise<TestDatabase> {
  made += 1
  const name = `navette_test_${Date.now().toString(36)}_${process.pid}_${made}`
  await onServer(`create database ${name} template ${template} strategy file_copy`)

  const owner = new URL(inject('pgUrl'))
  owner.pathname = `/${name}`
  const app = new URL(owner)
  app.username = 'navette_app'
  app.password = inject('appRolePassword')
  return {
    name,
    ownerUrl: owner.href,
    appUrl: app.href,
    drop: () => onServer(`drop database if exists ${name} with (force)`),
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
