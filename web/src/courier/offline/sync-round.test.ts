import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { Act } from './model.js'
import { COURIER, commandAct, eventAct, FIRST, RUN, uuid } from './round.builder.js'
import { type Answer, type Outbox, type SyncEnd, syncRound } from './sync-round.js'

/** An outbox in memory that settles as the browser's does. */
function memory(acts: readonly Act[]) {
  const rows = new Map(acts.map((act) => [act.position, act]))
  const outbox: Outbox = {
    deviceId: async () => uuid(9),
    clockOffset: async () => 60_000,
    measured: async () => undefined,
    waiting: async (userId) =>
      [...rows.values()].filter((act) => act.userId === userId && act.state === 'waiting'),
    settle: async (outcomes) => {
      for (const { position, ...outcome } of outcomes) {
        const row = rows.get(position)
        if (row?.state === 'waiting') rows.set(position, { ...row, ...outcome })
      }
    },
    freeze: async (position, body) => {
      const row = rows.get(position)
      if (row?.type === 'command') rows.set(position, { ...row, body })
    },
  }
  return { outbox, all: () => [...rows.values()] }
}

type Way = 'through' | 'lost-request' | 'lost-answer' | 'busy' | 'strange'

interface Received {
  readonly id: string
  readonly body: string
}

/** A server that takes each act once, behind a connection that drops requests and answers. */
function server(ways: readonly Way[], refuses: (id: string) => boolean = () => false) {
  const taken: Received[] = []
  let call = 0
  const take = (id: string, body: string): 'accepted' | 'duplicate' | 'conflict' => {
    const before = taken.find((known) => known.id === id)
    if (before === undefined) taken.push({ id, body })
    return before === undefined ? 'accepted' : before.body === body ? 'duplicate' : 'conflict'
  }
  const handle = (path: string, body: string, key: string): Answer => {
    if (path !== '/custody-events') {
      if (refuses(key)) return { status: 409, body: { code: 'wrong-state', detail: 'Too late' } }
      return { status: take(key, body) === 'conflict' ? 422 : 200, body: { id: RUN } }
    }
    const { events }: { events: { eventId: string }[] } = JSON.parse(body)
    const items = events.map((event) => {
      const { eventId } = event
      if (refuses(eventId)) return { eventId, result: 'rejected', reason: 'not-served', flags: [] }
      return { eventId, result: take(eventId, JSON.stringify(event)), reason: null, flags: [] }
    })
    return { status: 200, body: { clockOffsetMs: 60_000, items } }
  }
  const post = async (path: string, body: string, key: string): Promise<Answer> => {
    const way = ways[call] ?? 'through'
    call += 1
    if (way === 'lost-request') throw new TypeError('network')
    if (way === 'busy') return { status: 503, body: {} }
    if (way === 'strange') return { status: 200, body: { welcome: 'hotel' } }
    const answer = handle(path, body, key)
    if (way === 'lost-answer') throw new TypeError('network')
    return answer
  }
  return { post, taken }
}

const run = (outbox: Outbox, post: Parameters<typeof syncRound>[0]['post']): Promise<SyncEnd> =>
  syncRound({ outbox, userId: COURIER, now: () => new Date(Date.UTC(2026, 10, 30, 12)), post })

async function untilEmpty(outbox: Outbox, post: Parameters<typeof syncRound>[0]['post']) {
  for (let i = 0; i < 200; i += 1) {
    const end = await run(outbox, post)
    if (end.kind === 'empty') return
  }
  throw new Error('It never ended')
}

const scans = (from: number, to: number): Act[] =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    eventAct(from + i, { kind: 'picked-up', containerCode: `SAC-${from + i}` }),
  )

describe('sending what waits', () => {
  test('keeps the order: a command goes between the events before it and after it', async () => {
    const acts = [
      commandAct(1, { name: 'start' }),
      ...scans(2, 4),
      commandAct(5, { name: 'close', stopId: FIRST, outcome: 'failed', reason: 'Fermé' }),
      ...scans(6, 7),
    ]
    const { outbox } = memory(acts)
    const { post, taken } = server([])
    await run(outbox, post)
    expect(taken.map(({ id }) => id)).toEqual(acts.map(({ id }) => id))
  })

  test('sends 450 events in batches the server takes', async () => {
    const { outbox, all } = memory(scans(1, 450))
    const { post, taken } = server([])
    expect(await run(outbox, post)).toEqual({ kind: 'empty', sent: 450 })
    expect(taken).toHaveLength(450)
    expect(all().every(({ state }) => state === 'sent')).toBe(true)
  })

  test('corrects the hour of a command by the offset of the clock, once', async () => {
    const { outbox, all } = memory([commandAct(1, { name: 'start' })])
    const { post, taken } = server(['lost-answer'])
    await run(outbox, post)
    await run({ ...outbox, clockOffset: async () => 90_000 }, post)
    expect(taken.map(({ body }) => body)).toEqual(['{"at":"2026-11-30T09:02:00.000Z"}'])
    expect(all()[0]?.state).toBe('sent')
  })

  test('sends a command without its hour when the server says that hour has not come', async () => {
    const { outbox, all } = memory([commandAct(1, { name: 'start' })])
    const { post, taken } = server([])
    await run(outbox, async (path, body, key) =>
      body.includes('"at"')
        ? { status: 422, body: { code: 'invalid-input', errors: [{ path: 'at' }] } }
        : post(path, body, key),
    )
    expect(taken.map(({ body }) => body)).toEqual(['{}'])
    expect(all()[0]?.state).toBe('sent')
  })

  test('keeps what the server refuses, with the reason, and sends the rest', async () => {
    const refused = commandAct(2, { name: 'complete' })
    const { outbox, all } = memory([...scans(1, 1), refused, ...scans(3, 3)])
    const { post } = server([], (id) => id === refused.id)
    expect(await run(outbox, post)).toMatchObject({ kind: 'empty' })
    expect(all().map(({ state }) => state)).toEqual(['sent', 'refused', 'sent'])
    expect(all()[1]?.refusal).toEqual({ status: 409, code: 'wrong-state', detail: 'Too late' })
  })

  test.each([
    [401, 'signed-out'],
    [403, 'not-allowed'],
  ] as const)('keeps everything waiting when the answer is %i', async (status, kind) => {
    const { outbox, all } = memory(scans(1, 3))
    const end = await run(outbox, async () => ({ status, body: {} }))
    expect(end).toEqual({ kind, sent: 0 })
    expect(all().every(({ state }) => state === 'waiting')).toBe(true)
  })

  test('finds the one event a batch is refused for, and refuses only that', async () => {
    const bad = uuid(1003)
    const { outbox, all } = memory(scans(1, 5))
    const { post } = server([])
    await run(outbox, async (path, body, key) =>
      body.includes(bad) ? { status: 422, body: { code: 'invalid-input' } } : post(path, body, key),
    )
    expect(all().map(({ state }) => state)).toEqual(['sent', 'sent', 'refused', 'sent', 'sent'])
  })

  test('leaves what another person did on this telephone to that person', async () => {
    const theirs = eventAct(1, { kind: 'picked-up', containerCode: 'X' }, { userId: uuid(77) })
    const { outbox, all } = memory([theirs])
    expect(await run(outbox, server([]).post)).toEqual({ kind: 'empty', sent: 0 })
    expect(all()[0]?.state).toBe('waiting')
  })
})

const way = fc.constantFrom<Way>('through', 'lost-request', 'lost-answer', 'busy', 'strange')
const shape = fc.array(fc.boolean(), { minLength: 1, maxLength: 25 })

property.prop([shape, fc.array(way, { maxLength: 60 })])(
  'over any connection every act reaches the server exactly once, in order',
  async (isCommand, ways) => {
    const acts: Act[] = isCommand.map((command, i) =>
      command
        ? commandAct(i + 1, { name: 'start' })
        : eventAct(i + 1, { kind: 'picked-up', containerCode: `SAC-${i}` }),
    )
    const { outbox, all } = memory(acts)
    // A sign-in page of a hotel never reaches this far for a command: the poster throws on it.
    const { post, taken } = server(ways)
    await untilEmpty(outbox, async (path, body, key) => {
      const answer = await post(path, body, key)
      if (JSON.stringify(answer.body).includes('hotel') && path !== '/custody-events') {
        throw new TypeError('not ours')
      }
      return answer
    })
    expect(taken.map(({ id }) => id)).toEqual(acts.map(({ id }) => id))
    expect(all().every(({ state }) => state === 'sent')).toBe(true)
  },
)

property.prop([fc.array(way, { maxLength: 30 }), fc.array(way, { maxLength: 30 })])(
  'two tabs that send at once do no harm',
  async (one, two) => {
    const acts = [commandAct(1, { name: 'start' }), ...scans(2, 12)]
    const { outbox, all } = memory(acts)
    const { post, taken } = server([...one, ...two])
    const safe: typeof post = async (path, body, key) => {
      const answer = await post(path, body, key)
      if (JSON.stringify(answer.body).includes('hotel')) throw new TypeError('not ours')
      return answer
    }
    await Promise.all([untilEmpty(outbox, safe), untilEmpty(outbox, safe)])
    expect(taken).toHaveLength(acts.length)
    expect(new Set(taken.map(({ id }) => id)).size).toBe(acts.length)
    expect(all().every(({ state }) => state === 'sent')).toBe(true)
  },
)
