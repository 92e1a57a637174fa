import { createHash, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { UserId } from '../../src/kernel/ids.js'
import type { BenchServer } from './bench-server.js'

/** A machine that calls the API over the loopback interface, with connections kept open. */
export interface ApiClient {
  /** @throws Error with the answer, when it is not a success */
  post(path: string, body?: unknown): Promise<void>
  get(path: string): Promise<void>
  close(): void
}

const SOCKETS = 64

/** A key of this person's, put straight into its table. */
export async function openApiClient(server: BenchServer, userId: UserId): Promise<ApiClient> {
  const secret = `nvt_${randomUUID()}`
  await server.owner.prisma.apiKey.create({
    data: {
      id: randomUUID(),
      name: 'bench',
      prefix: 'bench',
      secretHash: createHash('sha256').update(secret).digest('hex'),
      userId,
      scopes: ['read', 'write'],
      createdById: userId,
      createdAt: server.runtime.clock(),
    },
  })
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS })
  const call = (method: string, path: string, text = ''): Promise<void> =>
    exchange(new URL(path, server.url), { agent, method, secret, text })
  return {
    post: (path, body) => call('POST', path, body === undefined ? '' : JSON.stringify(body)),
    get: (path) => call('GET', path),
    close: () => agent.destroy(),
  }
}

interface Call {
  readonly agent: Agent
  readonly method: string
  readonly secret: string
  readonly text: string
}

function exchange(url: URL, call: Call): Promise<void> {
  const { agent, method, secret, text } = call
  const headers = {
    authorization: `Bearer ${secret}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
  }
  return new Promise((done, fail) => {
    const outgoing = request(url, { agent, method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const { statusCode = 0 } = incoming
        if (statusCode < 300) done()
        else fail(new Error(`${statusCode} ${Buffer.concat(chunks)}`))
      })
    })
    outgoing.on('error', (error) => {
      // A kept connection may be closed by the server just as it is taken up again: ask once more.
      if (outgoing.reusedSocket && isReset(error)) done(exchange(url, call))
      else fail(error)
    })
    outgoing.end(text)
  })
}

const isReset = (error: NodeJS.ErrnoException): boolean => error.code === 'ECONNRESET'
