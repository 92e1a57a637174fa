import pg from 'pg'
import { DomainError } from '../../../kernel/errors.js'

const CONNECT_TIMEOUT_MS = 10_000

/**
 * Runs `work` on one connection of its own, closed afterwards whatever happens.
 * @throws DomainError `storage-unavailable` if the server does not let us in
 */
export async function withSession<Result>(
  url: string,
  work: (session: pg.Client) => Promise<Result>,
): Promise<Result> {
  const session = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  try {
    // A lost connection also fails the query under way; unheard, the event would end the process.
    session.on('error', () => undefined)
    await session.connect().catch((error: unknown) => {
      throw noConnection(session, error)
    })
    return await work(session)
  } finally {
    await session.end().catch(() => undefined)
  }
}

/** Names the server, never the password. */
function noConnection(session: pg.Client, error: unknown): DomainError {
  const place = `${session.host}:${session.port}/${session.database}`
  return new DomainError(
    'storage-unavailable',
    `The database ${place} does not accept our connection (${reasonOf(error)}): check that it runs and that DATABASE_URL is right.`,
    { reason: 'no-connection', place },
  )
}

/** A host with several addresses fails with an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
