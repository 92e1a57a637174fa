import { pino } from 'pino'
import type { EstablishmentId, GroupingId, UserId } from '../../src/kernel/ids.js'
import type { Role } from '../../src/kernel/roles.js'
import type { Actor, Context, Grant } from '../../src/platform/context.js'
import { type Database, openDatabase } from '../../src/platform/db/client.js'
import { freshDatabase } from '../database.js'
import { Given } from './given.js'

/** A clock that moves only when a test says so. */
export class TestClock {
  #now: Date

  constructor(start: string) {
    this.#now = new Date(start)
  }

  readonly now = (): Date => new Date(this.#now)

  set(instant: string): void {
    this.#now = new Date(instant)
  }

  advance({ minutes = 0, hours = 0, days = 0 }): void {
    this.#now = new Date(this.#now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
  }
}

export interface RoleWish {
  readonly role: Role
  readonly groupingId: GroupingId
  readonly establishmentId?: EstablishmentId
}

/** One test file's private database, clock and builders. */
export interface World {
  /** As the application role: what the code under test gets. */
  readonly db: Database
  /** As the owner: for arranging and looking, never for the code under test. */
  readonly owner: Database
  readonly clock: TestClock
  readonly given: Given
  readonly urls: { readonly app: string; readonly owner: string }
  /** A new person with these roles, and the context of their request. */
  as(...wishes: RoleWish[]): Promise<Context>
  close(): Promise<void>
}

/** Thursday 12 March 2026, 09:00 in Paris. */
export const START = '2026-03-12T08:00:00.000Z'

let requests = 0

/** Call it in `beforeAll`, and `close()` in `afterAll`. */
export async function openWorld({ connections = 20 } = {}): Promise<World> {
  const { appUrl, ownerUrl, drop } = await freshDatabase()
  const db = openDatabase(appUrl, { connections })
  const owner = openDatabase(ownerUrl, { connections: 4 })
  const clock = new TestClock(START)
  const given = new Given(owner.prisma, clock)
  return {
    db,
    owner,
    clock,
    given,
    urls: { app: appUrl, owner: ownerUrl },
    as: async (...wishes) => {
      const userId = await given.user()
      for (const wish of wishes) await given.grant({ userId, ...wish })
      return contextOf({ db, clock: clock.now, userId, grants: wishes })
    },
    close: async () => {
      await db.close()
      await owner.close()
      await drop()
    },
  }
}

interface ContextParts {
  readonly db: Database
  readonly clock: () => Date
  readonly userId: UserId
  readonly grants: readonly Grant[]
}

export function contextOf({ db, clock, userId, grants }: ContextParts): Context {
  requests += 1
  const actor: Actor = { kind: 'user', userId, displayName: 'Camille Essai', grants }
  return { db, clock, actor, log: pino({ level: 'silent' }), requestId: `test-${requests}` }
}

/** The same caller sending a request under an idempotency key. */
export const withKey = (ctx: Context, key: string, fingerprint = 'same body'): Context => ({
  ...ctx,
  idempotency: { key, fingerprint },
})
