import pg from 'pg'

const CONNECT_TIMEOUT_MS = 10_000

/** Runs `work` on one connection of its own; the driver's own error when it cannot be opened. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  // A lost connection also fails the query under way; unheard, the event would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
