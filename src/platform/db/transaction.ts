import { DomainError } from '../../kernel/errors.js'
import type { Actor, Context } from '../context.js'
import type { Database, Tx } from './client.js'
import { Prisma } from './generated/client.js'
import { claimAnswer, type JsonSafe, keepAnswer } from './idempotency.js'
import { isTransient } from './sql-errors.js'

export type { Tx }

const ATTEMPTS_MAX = 3
const BACKOFF_MS = 15
const TIMEOUT_MS = 15_000
const LONG_TIMEOUT_MS = 600_000

// A crowd that arrives at once waits for its turn at the pool rather than being sent away.
const MAX_WAIT_MS = 30_000
const LIMITS = { isolationLevel: 'ReadCommitted', maxWait: MAX_WAIT_MS } as const

/**
 * Runs one write verb: read committed, row security scoped to the caller, retried on serialisation
 * failures and deadlocks (three attempts). When the request carries an idempotency key, the answer is
 * stored in the same commit, and a repetition gets that answer without running `work` again.
 * `work` must be repeatable: no network, no queue, no file.
 * @throws DomainError `idempotency-key-reused` when the key came with another body ·
 *   `storage-unavailable` when no connection became free
 */
export function inTransaction<T extends JsonSafe>(
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
  timeoutMs: number = TIMEOUT_MS,
): Promise<T> {
  return retrying(() => scoped(ctx, (tx) => answerOnce(tx, ctx, work), timeoutMs))
}

/** As `inTransaction`, with ten minutes instead of fifteen seconds: closing a month, importing a catalogue. */
export const inLongTransaction = <T extends JsonSafe>(
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => inTransaction(ctx, work, LONG_TIMEOUT_MS)

/** Reads under the caller's row security, in one snapshot per statement. */
export function inReadTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped(ctx, work, TIMEOUT_MS)
}

/** Sign-in, relay and schedulers: sees accounts and the outbox, and no tenant's business rows. */
export function asSystem<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return retrying(() =>
    begun(
      db,
      async (tx) => {
        await tx.$executeRaw`select set_config('navette.system', 'on', true)`
        return work(tx)
      },
      TIMEOUT_MS,
    ),
  )
}

function scoped<T>(ctx: Context, work: (tx: Tx) => Promise<T>, timeout: number): Promise<T> {
  return begun(
    ctx.db,
    async (tx) => {
      await setScope(tx, ctx.actor)
      return work(tx)
    },
    timeout,
  )
}

async function begun<T>(db: Database, work: (tx: Tx) => Promise<T>, timeout: number): Promise<T> {
  try {
    return await db.prisma.$transaction(work, { ...LIMITS, timeout })
  } catch (error) {
    throw refusalWhenBusy(error)
  }
}

/**
 * The pool had no connection to give in time: nothing began, so nothing was written and the caller may
 * try again. Any other failure comes back as it is. Prisma uses one code, P2028, for this and for a
 * transaction that ran too long, so the sentence decides.
 */
export function refusalWhenBusy(error: unknown): unknown {
  const couldNotBegin =
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2028' &&
    error.message.includes('Unable to start a transaction')
  if (!couldNotBegin) return error
  return new DomainError(
    'storage-unavailable',
    `The database is too busy: no connection became free within ${MAX_WAIT_MS / 1000} seconds. Nothing was written; try again in a moment.`,
  )
}

async function answerOnce<T extends JsonSafe>(
  tx: Tx,
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const claim = ctx.idempotency
  if (claim === undefined) return work(tx)

  const earlier = await claimAnswer<T>(tx, ctx, claim)
  if (earlier !== undefined) return earlier.answer
  const answer = await work(tx)
  await keepAnswer(tx, ctx, claim, answer)
  return answer
}

/** The settings the row-security policies read; local to the transaction, gone with it. */
export function scopeSettings(actor: Actor): { groupings: string; members: string } {
  const groupings = new Set<string>()
  const members = new Set<string>()
  for (const { groupingId, establishmentId } of actor.grants) {
    if (establishmentId === undefined) groupings.add(groupingId)
    else members.add(`${groupingId}/${establishmentId}`)
  }
  return { groupings: `{${[...groupings].join()}}`, members: `{${[...members].join()}}` }
}

async function setScope(tx: Tx, actor: Actor): Promise<void> {
  const { groupings, members } = scopeSettings(actor)
  await tx.$executeRaw`select set_config('navette.groupings', ${groupings}, true),
    set_config('navette.members', ${members}, true),
    set_config('navette.user_id', ${actor.userId}, true)`
}

async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= ATTEMPTS_MAX || !isTransient(error)) throw error
      await new Promise((resume) => setTimeout(resume, BACKOFF_MS * 2 ** tries))
    }
  }
}
