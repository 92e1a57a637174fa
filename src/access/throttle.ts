import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../kernel/errors.js'
import type { Database } from '../platform/db/client.js'
import { digestOf } from './secrets.js'

const DAY_SECONDS = 86_400
const FREE_FAILURES = 5
const FIRST_LOCK_SECONDS = 60
const LONGEST_LOCK_SECONDS = 3_600
/** A whole hospital may come from one address: far above what a shift of typing errors makes. */
const ADDRESS_FAILURES = 100
const ADDRESS_WINDOW_SECONDS = 900

/** Who tries: what they claim to be, and where they come from. */
export interface Attempt {
  readonly account: string
  readonly address: string
}

/**
 * Counts attempts before they are judged, so that parallel guesses cannot outrun the count.
 * Counters live in PostgreSQL: every process sees the same ones.
 */
export interface Throttle {
  /** @throws DomainError `account-locked` · `too-many-attempts`, with `retryAfterSeconds` */
  begin(attempt: Attempt): Promise<void>
  /** Gives the attempt back: the password was right, only the second factor is still to come. */
  withdraw(attempt: Attempt): Promise<void>
  /** Forgets the failures of this account at this address. */
  succeed(attempt: Attempt): Promise<void>
}

/**
 * Five failures of one account from one address are free; then it is locked for one minute, and twice
 * as long each time, up to an hour. One address may fail a hundred times in a quarter of an hour.
 */
export function createThrottle(db: Database): Throttle {
  const shared = {
    storeClient: systemScopedClient(db.pool),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
  }
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({ ...shared, keyPrefix, points, duration })

  const byPair = limiter('sign-in', FREE_FAILURES, DAY_SECONDS)
  const locks = limiter('sign-in-lock', Number.MAX_SAFE_INTEGER, DAY_SECONDS)
  const byAddress = limiter('address', ADDRESS_FAILURES, ADDRESS_WINDOW_SECONDS)

  return {
    async begin(attempt) {
      const overAddress = await refusalOf(byAddress.consume(digestOf(attempt.address)))
      if (overAddress !== undefined) throw refused('too-many-attempts', overAddress.msBeforeNext)

      const key = pairKey(attempt)
      const overPair = await refusalOf(byPair.consume(key))
      if (overPair === undefined) return
      // Only the attempt that crosses the line starts a lock; those that come during it wait for its end.
      if (overPair.consumedPoints > FREE_FAILURES + 1) {
        throw refused('account-locked', overPair.msBeforeNext)
      }
      const { consumedPoints: lockNumber } = await locks.consume(key)
      const seconds = lockSeconds(lockNumber)
      await byPair.block(key, seconds)
      throw refused('account-locked', seconds * 1000)
    },
    async withdraw(attempt) {
      await byPair.reward(pairKey(attempt))
      await byAddress.reward(digestOf(attempt.address))
    },
    async succeed(attempt) {
      await byPair.delete(pairKey(attempt))
      await locks.delete(pairKey(attempt))
      await byAddress.reward(digestOf(attempt.address))
    },
  }
}

/** How long the n-th lock within a day lasts: 1, 2, 4… minutes, an hour at most. */
export const lockSeconds = (lockNumber: number): number =>
  Math.min(FIRST_LOCK_SECONDS * 2 ** (lockNumber - 1), LONGEST_LOCK_SECONDS)

/** Neither e-mail nor address is kept in clear: the counters only ever compare. */
const pairKey = ({ account, address }: Attempt): string =>
  digestOf(`${account.toLowerCase()}|${address}`)

async function refusalOf(consumed: Promise<RateLimiterRes>): Promise<RateLimiterRes | undefined> {
  try {
    await consumed
    return undefined
  } catch (error) {
    if (error instanceof RateLimiterRes) return error
    throw error
  }
}

function refused(code: 'account-locked' | 'too-many-attempts', waitMs: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new DomainError(code, `Too many failed attempts; try again in ${retryAfterSeconds} s`, {
    retryAfterSeconds,
  })
}

/** The limiter's statements, each in a transaction with the system scope: row security hides the counters otherwise. */
function systemScopedClient(pool: pg.Pool) {
  return {
    async query(statement: pg.QueryConfig) {
      const client = await pool.connect()
      try {
        await client.query(`begin; select set_config('navette.system', 'on', true)`)
        const result = await client.query(statement)
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        // The connection goes with its open transaction: it must not reach the next borrower.
        client.release(true)
        throw error
      }
    },
  }
}
