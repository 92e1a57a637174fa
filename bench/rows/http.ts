import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { z } from 'zod'
import { limitBody } from '../../src/platform/http/body-size.js'
import { contract, createRouter, reply, valid } from '../../src/platform/http/contract.js'
import { createMetrics } from '../../src/platform/http/metrics.js'
import { onError } from '../../src/platform/http/problem.js'
import { requestScope } from '../../src/platform/http/request-scope.js'
import { interleave, rates, ratioOf } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { atLeast, type Figure, perSecond } from '../lib/report.js'

const CONNECTIONS = 32

const Line = z.strictObject({ productId: z.uuid(), units: z.int().positive() })
const Echo = z.strictObject({ comment: z.string(), lines: z.array(Line).min(1).max(200) })
const Answer = z.object({ lines: z.int(), units: z.int() })

const BODY = JSON.stringify({
  comment: 'Dotation de la semaine',
  lines: Array.from({ length: 10 }, (_, index) => ({
    productId: `0197a000-0000-7000-8000-00000000000${index}`,
    units: index + 1,
  })),
})

const answerFor = ({ lines }: z.infer<typeof Echo>): z.infer<typeof Answer> => ({
  lines: lines.length,
  units: lines.reduce((total, { units }) => total + units, 0),
})

/** H: what our middleware, our validation and our replies cost, against bare node:http with the same parsing. */
export async function httpFigures(options: Options): Promise<Figure[]> {
  const bare = bareServer()
  const ours = ourServer()
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  try {
    const [barePort, ourPort] = [await portOf(bare), await portOf(ours)]
    const samples = await interleave(
      {
        limit: { work: () => post(agent, barePort), concurrency: CONNECTIONS },
        ours: { work: () => post(agent, ourPort), concurrency: CONNECTIONS },
      },
      options,
    )
    return [
      {
        row: 'H',
        operation: 'POST of 10 lines through our middleware, 32 connections',
        ours: perSecond(samples.ours),
        limit: perSecond(samples.limit),
        peer: '',
        goals: [atLeast(0.6, 'node:http', ratioOf(rates(samples.ours), rates(samples.limit)))],
        faults: [],
      },
    ]
  } finally {
    agent.destroy()
    bare.close()
    ours.close()
  }
}

function bareServer() {
  const server = createServer(async (incoming, outgoing) => {
    let body = ''
    for await (const chunk of incoming) body += chunk
    outgoing.setHeader('content-type', 'application/json')
    outgoing.end(JSON.stringify(answerFor(JSON.parse(body))))
  })
  server.listen(0, '127.0.0.1')
  return server
}

const tooLarge = (): never => {
  throw new Error('Every body of this row is small')
}

function ourServer() {
  const router = createRouter()
  router.use(
    requestScope({
      log: pino({ level: 'silent' }),
      metrics: createMetrics(),
      checksReplies: false,
    }),
  )
  router.use(limitBody({ bytesMax: 1_000_000, refuse: tooLarge }))
  router.onError(onError)
  const api = router.post(
    '/echo',
    contract({
      operationId: 'echo',
      summary: 'Count the lines',
      tag: 'Bench',
      roles: 'any',
      answers: { 200: { description: 'Their sum', schema: Answer } },
    }),
    valid('json', Echo),
    (c) => reply(c, Answer, answerFor(c.req.valid('json'))),
  )
  return serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' })
}

async function portOf(server: { address(): AddressInfo | string | null }): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const address = server.address()
    if (address !== null && typeof address === 'object') return address.port
    await new Promise((resume) => setImmediate(resume))
  }
  throw new Error('A server did not start')
}

function post(agent: Agent, port: number): Promise<undefined> {
  return new Promise((done, fail) => {
    const outgoing = send(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/echo',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(BODY) },
      },
      (incoming) => {
        incoming.resume()
        incoming.on('end', () =>
          incoming.statusCode === 200
            ? done(undefined)
            : fail(new Error(`Answered ${incoming.statusCode}`)),
        )
      },
    )
    outgoing.on('error', fail)
    outgoing.end(BODY)
  })
}
