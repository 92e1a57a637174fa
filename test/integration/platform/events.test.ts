import { Hono } from 'hono'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { EstablishmentId, newId } from '../../../src/kernel/ids.js'
import type { Context, Grant } from '../../../src/platform/context.js'
import type { Database } from '../../../src/platform/db/client.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import {
  type EventHub,
  type EventStreamLimits,
  eventRoutes,
  openEventHub,
} from '../../../src/platform/events/index.js'
import type { AppEnv } from '../../../src/platform/http/env.js'
import { type Announcement, announce } from '../../../src/platform/outbox/announce.js'
import { freshDatabase, type TestDatabase } from '../../database.js'
import { aGrouping, contextOf, log, open } from './queues-kit.js'

const SOON = { timeout: 10_000, interval: 20 }
const PATIENT: EventStreamLimits = { heartbeatMs: 60_000, lifetimeMs: 60_000 }

describe('server-sent events', () => {
  let database: TestDatabase
  let db: Database
  let hub: EventHub
  const screens: Screen[] = []
  beforeAll(async () => {
    database = await freshDatabase()
    db = open(database)
    hub = openEventHub({ databaseUrl: database.appUrl, log })
    await hub.ready
  })
  afterEach(async () => {
    for (const screen of screens.splice(0)) await screen.leave()
  })
  afterAll(async () => {
    await hub.close()
    await db.close()
  })

  const tell = (announcement: Announcement) =>
    inTransaction(contextOf(db, announcement.groupingId), async (tx) => {
      await announce(tx, announcement)
      return null
    })
  const screenOf = async (grants: readonly Grant[], limits = PATIENT) => {
    const screen = await openScreen(hub, contextWith(db, grants), limits)
    screens.push(screen)
    return screen
  }

  test('whoever acts for a grouping hears all of it, a member what names it, a stranger nothing', async () => {
    const [groupingId, elsewhere] = [aGrouping(), aGrouping()]
    const [own, other] = [newId(EstablishmentId), newId(EstablishmentId)]
    const hub = await screenOf([{ role: 'pharmacist', groupingId }])
    const member = await screenOf([{ role: 'requester', groupingId, establishmentId: own }])
    const stranger = await screenOf([{ role: 'administrator', groupingId: elsewhere }])
    const topic = 'orders'

    await tell({ topic, groupingId, establishmentId: own, subjectId: 'own' })
    await tell({ topic, groupingId, establishmentId: other, subjectId: 'other' })
    await tell({ topic, groupingId, subjectId: 'hub-only' })
    await tell({ topic, groupingId, establishmentId: own, subjectId: 'last' })
    await tell({ topic, groupingId: elsewhere, subjectId: 'elsewhere' })

    await vi.waitFor(() => expect(stranger.subjects()).toEqual(['elsewhere']), SOON)
    await vi.waitFor(() => expect(member.subjects()).toEqual(['own', 'last']), SOON)
    await vi.waitFor(
      () => expect(hub.subjects()).toEqual(['own', 'other', 'hub-only', 'last']),
      SOON,
    )
  })

  test('what is announced in a transaction that fails is never heard', async () => {
    const groupingId = aGrouping()
    const screen = await screenOf([{ role: 'pharmacist', groupingId }])
    const failing = inTransaction(contextOf(db, groupingId), async (tx) => {
      await announce(tx, { topic: 'orders', groupingId, subjectId: 'undone' })
      throw new RangeError('no')
    })
    await expect(failing).rejects.toThrow(RangeError)

    await tell({ topic: 'orders', groupingId, subjectId: 'done' })

    await vi.waitFor(() => expect(screen.subjects()).toEqual(['done']), SOON)
  })

  test('a silent stream shows that it lives', async () => {
    const screen = await screenOf([], { heartbeatMs: 20, lifetimeMs: 60_000 })

    await vi.waitFor(() => expect(screen.text()).toContain(': still here\n\n'), SOON)
  })

  test('a stream ends after its lifetime, so that rights are read again', async () => {
    const before = hub.subscribers
    const screen = await screenOf([], { heartbeatMs: 10, lifetimeMs: 50 })

    await screen.ended

    expect(hub.subscribers).toBe(before)
  })

  test('a screen that leaves is forgotten', async () => {
    const before = hub.subscribers
    const screen = await screenOf([{ role: 'pharmacist', groupingId: aGrouping() }])
    expect(hub.subscribers).toBe(before + 1)

    await screen.leave()

    await vi.waitFor(() => expect(hub.subscribers).toBe(before), SOON)
  })

  test('when the server ends the connection, screens are told to refresh and hear again', async () => {
    const groupingId = aGrouping()
    const screen = await screenOf([{ role: 'pharmacist', groupingId }])

    await onDatabase(
      database.ownerUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'navette-navette_events'`,
    )

    await vi.waitFor(() => expect(screen.text()).toContain('event: refresh\n'), SOON)
    await tell({ topic: 'orders', groupingId, subjectId: 'after' })
    await vi.waitFor(() => expect(screen.subjects()).toEqual(['after']), SOON)
  })

  test('a notification that is no announcement is passed over', async () => {
    const groupingId = aGrouping()
    const screen = await screenOf([{ role: 'pharmacist', groupingId }])

    await onDatabase(database.ownerUrl, `select pg_notify('navette_events', '{"topic": 1')`)
    await tell({ topic: 'orders', groupingId, subjectId: 'after' })

    await vi.waitFor(() => expect(screen.subjects()).toEqual(['after']), SOON)
  })

  test('a screen that does not read is told to refresh instead of growing without end', async () => {
    const groupingId = aGrouping()
    const subscription = hub.subscribe([{ role: 'pharmacist', groupingId }])

    for (let i = 0; i < 1_000; i += 1) {
      subscription.offer({ topic: 'orders', groupingId, subjectId: String(i) })
    }

    expect(await subscription.next(0)).toEqual([{ kind: 'refresh' }])
    subscription.close()
  })
})

interface Screen {
  text(): string
  subjects(): string[]
  readonly ended: Promise<void>
  leave(): Promise<void>
}

async function openScreen(hub: EventHub, ctx: Context, limits: EventStreamLimits): Promise<Screen> {
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('ctx', ctx)
      await next()
    })
    .route('/', eventRoutes(hub, limits))
  const response = await app.request('/events')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const reading = (async () => {
    for (;;) {
      const chunk = await reader?.read()
      if (chunk === undefined || chunk.done) return
      text += chunk.value
    }
  })()
  await vi.waitFor(() => expect(text).toContain('retry:'), SOON)
  return {
    text: () => text,
    subjects: () => [...text.matchAll(/"subjectId":"([^"]+)"/g)].map(([, subject = '']) => subject),
    ended: reading,
    leave: async () => {
      await reader?.cancel()
    },
  }
}

const contextWith = (db: Database, grants: readonly Grant[]): Context => {
  const ctx = contextOf(db, aGrouping())
  return { ...ctx, actor: { ...ctx.actor, grants } }
}

async function onDatabase(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
