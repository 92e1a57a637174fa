import type { Act, CommandAct, EventAct, Refusal } from './model.js'
import { EVENTS_PER_BATCH, nextRequest } from './next-request.js'
import { pathOf, withoutAt, writeCommand } from './write-command.js'

/** Where acts wait and are settled. One implementation keeps them in the browser's database. */
export interface Outbox {
  deviceId(): Promise<string>
  /** What `userId` did and the server has not answered, oldest first. */
  waiting(userId: string): Promise<Act[]>
  settle(outcomes: readonly Settled[]): Promise<void>
  /** Keeps the bytes of a request before it is sent for the first time. */
  freeze(position: number, body: string): Promise<void>
  clockOffset(): Promise<number>
  measured(offsetMs: number): Promise<void>
}

export interface Settled {
  readonly position: number
  readonly state: 'sent' | 'conflict' | 'refused'
  readonly settledAt: string
  readonly refusal?: Refusal
  readonly flags?: readonly string[]
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface SyncDeps {
  readonly outbox: Outbox
  readonly userId: string
  readonly now: () => Date
  /** @throws when the server was not reached, or its answer did not come back */
  readonly post: (path: string, body: string, key: string) => Promise<Answer>
}

/** Why a round of sending ended. */
export type SyncEnd =
  | { readonly kind: 'empty'; readonly sent: number }
  /** No answer, or a server that is not well: the same again, later. */
  | { readonly kind: 'unreached'; readonly sent: number }
  | { readonly kind: 'signed-out'; readonly sent: number }
  /** The server will not take events from this person now. Nothing is lost; somebody must act. */
  | { readonly kind: 'not-allowed'; readonly sent: number }

/**
 * Sends everything that waits, in order, until nothing does or somebody must act. An act leaves the
 * waiting ones only by an answer of the server that names it: sending twice is harmless, losing is not.
 */
export async function syncRound(deps: SyncDeps): Promise<SyncEnd> {
  let sent = 0
  let batchMax = EVENTS_PER_BATCH
  for (;;) {
    const next = nextRequest(await deps.outbox.waiting(deps.userId))
    if (next === undefined) return { kind: 'empty', sent }
    const acts = next.kind === 'events' ? next.acts.slice(0, batchMax) : [next.act]
    const step = await (next.kind === 'events'
      ? sendEvents(deps, next.acts.slice(0, batchMax))
      : sendCommand(deps, next.act))
    if (step === 'settled') {
      sent += acts.length
      batchMax = EVENTS_PER_BATCH
    } else if (step === 'again') {
    } else if (step === 'too-much') {
      // A batch that is refused as a whole is sent piece by piece, so that one act cannot hold up the others.
      batchMax = Math.max(1, Math.floor(acts.length / 2))
    } else {
      return { kind: step, sent }
    }
  }
}

type Step = 'settled' | 'again' | 'too-much' | 'unreached' | 'signed-out' | 'not-allowed'

async function sendEvents(deps: SyncDeps, acts: readonly EventAct[]): Promise<Step> {
  const { outbox, now } = deps
  const body = JSON.stringify({
    deviceId: await outbox.deviceId(),
    sentAt: now().toISOString(),
    events: acts.map(({ event }) => event),
  })
  // The events carry their own identity: a batch composed differently is another request.
  const answer = await posted(deps, { path: '/custody-events', body, key: crypto.randomUUID() })
  if (answer === undefined || isPassing(answer.status)) return 'unreached'
  if (answer.status === 401) return 'signed-out'
  if (answer.status === 403) return 'not-allowed'
  if (answer.status !== 200) {
    if (acts.length > 1) return 'too-much'
    await outbox.settle(acts.map((act) => refused(act, refusalOf(answer), now())))
    return 'settled'
  }
  const verdicts = verdictsOf(answer.body)
  if (verdicts === undefined) return 'unreached'
  const settled = acts.flatMap((act) => {
    const verdict = verdicts.items.get(act.id)
    return verdict === undefined ? [] : [settle(act, verdict, now())]
  })
  if (settled.length === 0) return 'unreached'
  await outbox.measured(verdicts.clockOffsetMs)
  await outbox.settle(settled)
  return 'settled'
}

async function sendCommand(deps: SyncDeps, act: CommandAct): Promise<Step> {
  const { outbox, now } = deps
  const body = act.body ?? writeCommand(act, await outbox.clockOffset())
  if (act.body === undefined) await outbox.freeze(act.position, body)
  const answer = await posted(deps, { path: pathOf(act), body, key: act.id })
  if (answer === undefined || isPassing(answer.status)) return 'unreached'
  if (answer.status === 401) return 'signed-out'
  const untimed = isTooSoon(answer) ? withoutAt(body) : body
  if (untimed !== body) {
    // The clock of this phone runs ahead and nothing has measured it: better now than never.
    await outbox.freeze(act.position, untimed)
    return 'again'
  }
  const isTaken = answer.status >= 200 && answer.status < 300
  await outbox.settle([
    isTaken
      ? { position: act.position, state: 'sent', settledAt: now().toISOString() }
      : refused(act, refusalOf(answer), now()),
  ])
  return 'settled'
}

interface Outgoing {
  readonly path: string
  readonly body: string
  readonly key: string
}

async function posted(deps: SyncDeps, { path, body, key }: Outgoing): Promise<Answer | undefined> {
  try {
    return await deps.post(path, body, key)
  } catch {
    // Not reached, or the answer was lost: nothing is known, so the same is sent again.
    return undefined
  }
}

/** Too busy, too slow, being restarted: says nothing about the act itself. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408

const refused = (act: Act, refusal: Refusal, at: Date): Settled => ({
  position: act.position,
  state: 'refused',
  settledAt: at.toISOString(),
  refusal,
})

interface EventVerdict {
  readonly result: string
  readonly reason: string | null
  readonly flags: readonly string[]
}

function settle(act: EventAct, { result, reason, flags }: EventVerdict, at: Date): Settled {
  const settledAt = at.toISOString()
  const { position } = act
  if (result === 'accepted' || result === 'duplicate') {
    return { position, state: 'sent', settledAt, flags }
  }
  const refusal = { status: 200, code: result, detail: reason ?? '' }
  return { position, state: result === 'conflict' ? 'conflict' : 'refused', settledAt, refusal }
}

interface Verdicts {
  readonly clockOffsetMs: number
  readonly items: ReadonlyMap<string, EventVerdict>
}

/** Undefined when this is not our server's answer: a hotel's sign-in page also says 200. */
function verdictsOf(body: unknown): Verdicts | undefined {
  if (!isRecord(body) || typeof body['clockOffsetMs'] !== 'number') return undefined
  const list = body['items']
  if (!Array.isArray(list)) return undefined
  const items = new Map<string, EventVerdict>()
  for (const item of list) {
    if (!isRecord(item) || typeof item['eventId'] !== 'string') continue
    const { result, reason, flags } = item
    if (typeof result !== 'string') continue
    items.set(item['eventId'], {
      result,
      reason: typeof reason === 'string' ? reason : null,
      flags: Array.isArray(flags) ? flags.filter((flag) => typeof flag === 'string') : [],
    })
  }
  return { clockOffsetMs: body['clockOffsetMs'], items }
}

/** The server says that this has not happened yet. */
function isTooSoon({ status, body }: Answer): boolean {
  const errors = isRecord(body) ? body['errors'] : undefined
  return (
    status === 422 &&
    Array.isArray(errors) &&
    errors.some((error) => isRecord(error) && error['path'] === 'at')
  )
}

function refusalOf({ status, body }: Answer): Refusal {
  const text = (key: string): string =>
    isRecord(body) && typeof body[key] === 'string' ? body[key] : ''
  return { status, code: text('code'), detail: text('detail') }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
