import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CostPoolView } from '../../../src/billing/schema.js'
import type { GroupingId } from '../../../src/kernel/ids.js'
import { ROLES } from '../../../src/kernel/roles.js'
import { ProblemDocument } from '../../../src/platform/http/contract.js'
import type { Caller, RequestWish } from '../../builders/caller.js'
import { type HttpWorld, openHttpWorld } from '../../builders/http.js'
import { OpenApi, type Operation, operationsOf } from './operations.js'

let world: HttpWorld
let document: OpenApi
let operations: Operation[]
let groupingId: GroupingId
/** Holds every role of one grouping. */
let somebody: Caller
beforeAll(async () => {
  world = await openHttpWorld()
  document = OpenApi.parse((await world.anybody.send('GET', '/openapi.json')).body)
  operations = operationsOf(document)
  groupingId = await world.given.grouping()
  somebody = await world.person(...ROLES.map((role) => ({ role, groupingId })))
})
afterAll(() => world.close())

/** Every node of the document, with where it is. */
function* nodesOf(node: unknown, path = '#'): Generator<readonly [string, unknown]> {
  yield [path, node]
  if (typeof node !== 'object' || node === null) return
  for (const [key, inner] of Object.entries(node)) yield* nodesOf(inner, `${path}/${key}`)
}

describe('/openapi.json', () => {
  test('is OpenAPI 3.1 and names each operation once', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { operationId, summary, tags } of operations) {
      expect([operationId, summary.length > 5, tags.length]).toEqual([operationId, true, 1])
    }
  })

  test('refers to nothing that is not there', () => {
    const named = new Set(Object.keys(document.components.schemas))
    const lost = [...nodesOf(document)].filter(([path, node]) => {
      if (!path.endsWith('/$ref')) return false
      const name = /^#\/components\/schemas\/(.+)$/.exec(String(node))?.[1]
      return name === undefined || !named.has(name)
    })

    expect(named.size).toBeGreaterThan(80)
    expect(lost).toEqual([])
  })

  test('declares every parameter of every path, and no other', () => {
    for (const { path, parameters, operationId } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
      const declared = parameters.filter((parameter) => parameter.in === 'path')
      expect([operationId, declared.map(({ name }) => name).toSorted()]).toEqual([
        operationId,
        inPath,
      ])
      expect(declared.every(({ required }) => required)).toBe(true)
    }
  })

  test('describes every answer; refusals are problem documents, successes are not', () => {
    const wrong = operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status, response]) => {
          const types = Object.keys(response['content'] ?? {})
          const isRefusal = Number(status) >= 400
          const fits = isRefusal
            ? types.join() === 'application/problem+json'
            : !types.includes('application/problem+json')
          return response.description === '' || !fits
        })
        .map(([status]) => `${operationId} ${status}`),
    )

    expect(wrong).toEqual([])
  })

  test('says of every protected route that it may answer 401, 403, 404 and 422', () => {
    const silent = operations.filter(
      ({ roles, responses }) =>
        roles !== 'anonymous' &&
        ['401', '403', '404', '422'].some((status) => !(status in responses)),
    )

    expect(silent.map(({ operationId }) => operationId)).toEqual([])
  })

  test('gives every success of a business route its schema', () => {
    const BYTES = ['getDocumentContent', 'streamEvents', 'linkIdentity']
    const bare = operations.filter(({ path, operationId, responses }) => {
      if (!path.startsWith('/api/v1/') || BYTES.includes(operationId)) return false
      const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? []
      return success?.['content'] === undefined
    })

    expect(bare.map(({ operationId }) => operationId)).toEqual([])
  })
})

describe('/docs', () => {
  test('loads its own resources only, and they are there', async () => {
    const page = await world.anybody.send('GET', '/docs')
    const urls = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '')

    expect(page.status).toBe(200)
    expect(urls.length).toBeGreaterThan(2)
    expect(page.text).not.toMatch(/https?:\/\//)
    for (const url of urls) {
      expect(url).toMatch(/^\/docs\//)
      expect((await world.anybody.send('GET', url)).status).toBe(200)
    }
  })
})

describe('a refusal', () => {
  const json = (raw: string): RequestWish => ({
    raw,
    headers: { 'content-type': 'application/json' },
  })
  const ORDERS = '/api/v1/orders'
  const id = crypto.randomUUID()
  test.for<[string, string, string, RequestWish, string]>([
    ['malformed JSON', 'POST', ORDERS, json('{"groupingId":'), '422 body'],
    ['an empty JSON body', 'POST', ORDERS, json(''), '422 body'],
    ['a body that is no object', 'POST', ORDERS, json('[]'), '422 '],
    [
      'a text',
      'POST',
      ORDERS,
      { raw: '{}', headers: { 'content-type': 'text/plain' } },
      '422 Content-Type',
    ],
    [
      'a decision sent as a form, instead of taking it for the default decision',
      ...(['POST', `${ORDERS}/${id}/approve`] as const),
      { raw: 'lines=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      '422 Content-Type',
    ],
    ['no body where one is needed', 'POST', ORDERS, {}, '422 groupingId'],
    [
      'no body where none is needed, but no such order',
      'POST',
      `${ORDERS}/${id}/approve`,
      {},
      '404 ',
    ],
    ['an id that is none', 'GET', `${ORDERS}/42`, {}, '422 id'],
    ['a filter that is no id', 'GET', `${ORDERS}?groupingId=42`, {}, '422 groupingId'],
    ['a cursor that is none', 'GET', `${ORDERS}?cursor=42`, {}, '422 cursor'],
    ['a page too large', 'GET', `${ORDERS}?limit=1000`, {}, '422 limit'],
    ['a day that is none', 'GET', '/api/v1/runs?day=2026-02-30', {}, '422 day'],
    ['a character no database keeps', 'GET', '/api/v1/products?search=a%00', {}, '422 search'],
    ['an unknown route', 'GET', '/api/v1/nothing', {}, '404 '],
    ['an unknown method', 'DELETE', ORDERS, {}, '404 '],
    [
      'a short idempotency key',
      'POST',
      ORDERS,
      { body: {}, headers: { 'idempotency-key': 'x' } },
      '422 Idempotency-Key',
    ],
    [
      'an upload that is none',
      'POST',
      '/api/v1/catalogue-imports',
      { body: {} },
      '422 Content-Type',
    ],
  ])(
    'of %s is a problem document that names the field',
    async ([, method, path, wish, expected]) => {
      const answer = await somebody.send(method, path, wish)
      const problem = ProblemDocument.parse(answer.body)

      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(`${answer.status} ${problem.errors?.[0]?.path ?? ''}`).toBe(expected)
      expect(problem).toMatchObject({ status: answer.status, requestId: expect.any(String) })
      expect(problem.instance).toBe(path.split('?')[0])
    },
  )

  test('of an unknown field names it', async () => {
    const body = { groupingId, code: 'AUTRE', label: 'Autre', source: 'charges', colour: 'blue' }
    const answer = await somebody.send('POST', '/api/v1/cost-pools', { body })

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('colour')
  })

  test('of a body larger than 64 MB comes before the body is read', async () => {
    const raw = new Uint8Array(65 * 1024 * 1024)
    const answer = await somebody.send('POST', ORDERS, {
      raw,
      headers: { 'content-type': 'application/json' },
    })

    expect([answer.status, answer.body.code]).toEqual([422, 'invalid-input'])
  })

  test('of an undocumented kind does not exist: every status met here is in the contract', async () => {
    const { responses } = operations.find(({ operationId }) => operationId === 'createOrder') ?? {}
    expect(Object.keys(responses ?? {}).toSorted()).toEqual([
      '201',
      '401',
      '403',
      '404',
      '409',
      '422',
    ])
  })
})

describe('a failure inside', () => {
  test('answers 500 with the request id, and nothing of what happened', async () => {
    const broken = await openHttpWorld({
      search: {
        snapshot: () => Promise.reject(new Error('password=hunter2 at /srv/navette/secret.ts')),
        refresh: () => Promise.resolve(),
      },
    })
    try {
      const grouping = await broken.given.grouping()
      const caller = await broken.person({ role: 'preparer', groupingId: grouping })
      const headers = { 'x-request-id': 'essai-500' }
      const answer = await caller.send('GET', '/api/v1/products', { headers })

      expect(answer.status).toBe(500)
      expect(answer.body).toEqual({
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
        instance: '/api/v1/products',
        requestId: 'essai-500',
      })
    } finally {
      await broken.close()
    }
  })
})

describe('an idempotency key', () => {
  const key = () => ({ 'idempotency-key': crypto.randomUUID() })
  const pool = (code: string) => ({ groupingId, code, label: 'Transport', source: 'charges' })
  const create = (code: string, headers: Readonly<Record<string, string>>) =>
    somebody.send('POST', '/api/v1/cost-pools', { body: pool(code), headers })
  const count = (code: string) => world.owner.prisma.costPool.count({ where: { code } })

  test('gives the same request the same answer, and one effect', async () => {
    const headers = key()
    const first = await create('CLE-1', headers)
    const second = await create('CLE-1', headers)

    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(CostPoolView.parse(first.body).code).toBe('CLE-1')
    expect(await count('CLE-1')).toBe(1)
  })

  test('refuses another body, and another person is another key', async () => {
    const headers = key()
    await create('CLE-2', headers)
    const other = await create('CLE-3', headers)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    expect(await count('CLE-3')).toBe(0)

    const grouping = await world.given.grouping()
    const colleague = await world.person({ role: 'finance-controller', groupingId: grouping })
    const body = { ...pool('CLE-2'), groupingId: grouping }
    const theirs = await colleague.send('POST', '/api/v1/cost-pools', { body, headers })
    expect(theirs.status).toBe(201)
  })

  test('lets two concurrent twins have one effect and one answer', async () => {
    const headers = key()
    const twins = await Promise.all([1, 2, 3, 4].map(() => create('CLE-4', headers)))

    expect(twins.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    for (const { body } of twins) expect(body).toEqual(twins[0]?.body)
    expect(await count('CLE-4')).toBe(1)
  })

  test('is not kept for what was refused, and without one the rule of the verb decides', async () => {
    const headers = key()
    await create('CLE-5', {})
    const refused = await create('CLE-5', headers)
    expect([refused.status, refused.body.code]).toEqual([409, 'duplicate'])
    expect((await create('CLE-6', headers)).status).toBe(201)
  })
})

describe('a version', () => {
  test('read as ETag and sent as If-Match keeps two editors apart', async () => {
    const { establishmentId, deliveryPointId } = await world.given.member(
      (await world.owner.prisma.grouping.findUniqueOrThrow({ where: { id: groupingId } }))
        .id as never,
    )
    const productId = await world.given.product()
    const created = await somebody.send('POST', '/api/v1/orders', {
      body: {
        ...{ groupingId, establishmentId, deliveryPointId, kind: 'allotment' },
        lines: [{ productId, units: 5 }],
      },
    })
    const path = `/api/v1/orders/${created.body.id}`
    const etag = (await somebody.send('GET', path)).headers.get('etag') ?? ''
    const edit = (comment: string, headers: Readonly<Record<string, string>>) =>
      somebody.send('PATCH', path, { body: { comment }, headers })

    const first = await edit('Premier', { 'if-match': etag })
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"'])
    const second = await edit('Second', { 'if-match': etag })
    expect([second.status, second.body.code]).toEqual([412, 'precondition-failed'])
    const without = await edit('Sans', {})
    expect([without.status, without.body.errors[0].path]).toEqual([422, 'If-Match'])
    expect((await somebody.send('GET', path)).body.comment).toBe('Premier')
  })
})
