import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readScreens } from '../../../src/platform/http/screen-files.js'
import { type HttpWorld, openHttpWorld } from '../../builders/http.js'

const INDEX = '<!doctype html><html lang="fr"><title>Navette</title><div id="root"></div>'
const SCRIPT = 'export const texte = "Établissement";\n'.repeat(60)
const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': INDEX,
  'sw.js': 'self.skipWaiting()',
  'manifest.webmanifest': '{"name":"Navette"}',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.made-of': 'a digest',
  'assets/main-4f2a.js': SCRIPT,
  'assets/main-4f2a.js.br': brotliCompressSync(SCRIPT),
  'assets/main-4f2a.js.gz': gzipSync(SCRIPT),
  'assets/style-77aa.css': 'body{margin:0}',
  'assets/reader-90bb.wasm': 'wasm',
  'assets/worker-12cd.mjs': 'export {}',
  'assets/sans-31ef.woff2': 'font',
}
const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Not `fetch`, which tidies the path and unpacks the body before anybody sees them. */
function get(url: string, path: string, headers = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const { statusCode: status = 0, headers } = answer
        resolve({ status, headers, body: Buffer.concat(chunks) })
      })
    })
    asking.on('error', reject).end()
  })
}

describe('built screens', () => {
  const root = mkdtempSync(join(tmpdir(), 'navette-screens-'))
  const folder = join(root, 'dist')
  let world: HttpWorld
  const ask = (path: string, headers = {}, method = 'GET') => get(world.url, path, headers, method)

  beforeAll(async () => {
    for (const [path, content] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    writeFileSync(join(root, 'secret'), 'nobody reads this')
    world = await openHttpWorld({ screens: readScreens(folder) })
  })
  afterAll(async () => {
    await world.close()
    rmSync(root, { recursive: true })
  })

  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
    ['/assets/main-4f2a.js', 'text/javascript; charset=utf-8', 'immutable'],
    ['/assets/worker-12cd.mjs', 'text/javascript; charset=utf-8', 'immutable'],
    ['/assets/style-77aa.css', 'text/css; charset=utf-8', 'immutable'],
    ['/assets/reader-90bb.wasm', 'application/wasm', 'immutable'],
    ['/assets/sans-31ef.woff2', 'font/woff2', 'immutable'],
  ])('%s is %s, and kept as %s', async (path, type, caching) => {
    const { status, headers, body } = await ask(path)
    const stored = FILES[path === '/' ? 'index.html' : path.slice(1)] ?? ''
    expect([status, headers['content-type']]).toEqual([200, type])
    expect(headers['cache-control']).toMatch(new RegExp(`\\b${caching}$`))
    expect(body).toEqual(Buffer.from(stored))
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('travel compressed as the caller likes best, and unchanged to one that likes neither', async () => {
    const path = '/assets/main-4f2a.js'
    const brotli = await ask(path, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    const gzip = await ask(path, { 'accept-encoding': 'gzip, br;q=0' })
    const plain = await ask(path)

    const encodings = [brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])
    expect(encodings).toEqual(['br', 'gzip', undefined])
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT)
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT)
    expect(plain.body.toString()).toBe(SCRIPT)
    expect(brotli.headers['content-length']).toBe(String(brotli.body.length))
    for (const { headers } of [brotli, gzip, plain]) expect(headers['vary']).toBe('accept-encoding')
    const tags = [brotli, gzip, plain].map(({ headers }) => headers['etag'])
    expect(new Set(tags).size).toBe(3)
  })

  test('are not sent again to whoever has them', async () => {
    const { headers } = await ask('/')
    const again = await ask('/', { 'if-none-match': headers['etag'] })
    const throughProxy = await ask('/', { 'if-none-match': `"other", W/${headers['etag']}` })
    const changed = await ask('/', { 'if-none-match': '"other"' })

    expect([again, throughProxy, changed].map(({ status }) => status)).toEqual([304, 304, 200])
    expect([again.body.length, again.headers['cache-control']]).toEqual([0, 'no-cache'])
  })

  test('answer HEAD without a body', async () => {
    const { status, headers, body } = await ask('/', {}, 'HEAD')
    expect([status, headers['content-type'], body.length]).toEqual([
      200,
      'text/html; charset=utf-8',
      0,
    ])
  })

  test.each(['/commandes', '/tournee/stops/42', '/finance?month=2026-03', '/apidae', '/lots/3.5'])(
    '%s, asked for as a page, is the application',
    async (path) => {
      const { status, body } = await ask(path, PAGE)
      expect([status, body.toString()]).toEqual([200, INDEX])
    },
  )

  test.each([
    ['/commandes', { accept: 'application/json' }, 'GET'],
    ['/commandes', {}, 'GET'],
    ['/commandes', PAGE, 'POST'],
    ['/api/auth/nothing', PAGE, 'GET'],
    ['/docs/nothing', PAGE, 'GET'],
    ['/health/nothing', PAGE, 'GET'],
    ['/problems/not-found', PAGE, 'GET'],
    ['/admin/nothing', PAGE, 'GET'],
    ['/assets/', PAGE, 'GET'],
    ['/assets/gone-0000.js', PAGE, 'GET'],
    ['/nothing.png', PAGE, 'GET'],
    ['/.made-of', PAGE, 'GET'],
    ['/assets/main-4f2a.js.br', PAGE, 'GET'],
  ])('%s with %j by %s is not there, and says so', async (path, headers, method) => {
    const answer = await ask(path, headers, method)
    expect([answer.status, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })

  test.each([
    '/../secret',
    '/assets/../../secret',
    '/assets/..%2f..%2fsecret',
    '/assets/%2e%2e/%2e%2e/secret',
    '/assets/..%5c..%5csecret',
    '//secret',
    '/assets/%00',
    '/assets/%zz',
  ])('%s leads nowhere outside', async (path) => {
    for (const headers of [{}, PAGE]) {
      const { status, body } = await ask(path, headers)
      expect([200, 400, 404]).toContain(status)
      expect(body.toString()).not.toContain('nobody reads this')
      if (status === 200) expect(body.toString()).toBe(INDEX)
    }
  })

  test('stand beside the API, its documentation and the queues', async () => {
    const asked = ['/api/v1/orders', '/docs', '/openapi.json', '/health/live', '/metrics']
    const answers = await Promise.all(asked.map((path) => ask(path, PAGE)))
    expect(answers.map(({ status }) => status)).toEqual([401, 200, 200, 200, 200])
    expect(answers.some(({ body }) => body.toString() === INDEX)).toBe(false)
    expect((await ask('/admin/queues', PAGE)).status).toBe(401)
  })

  test('may run what is theirs, decode barcodes, use the camera, and nothing else', async () => {
    const { headers } = await ask('/')
    const policy = String(headers['content-security-policy']).split('; ')
    expect(policy).toEqual([
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "worker-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'none'",
    ])
    expect(headers['permissions-policy']).toBe('camera=(self), microphone=(), geolocation=()')
  })

  test('are counted under few names', async () => {
    await ask('/assets/main-4f2a.js')
    await ask('/assets/gone-0000.js')
    const metrics = (await ask('/metrics')).body.toString()
    expect(metrics).toContain('route="/assets/*"')
    expect(metrics).not.toContain('main-4f2a')
  })
})

describe('screens that are not built', () => {
  let world: HttpWorld
  beforeAll(async () => {
    world = await openHttpWorld({ screens: readScreens(join(tmpdir(), 'navette-never-built')) })
  })
  afterAll(() => world.close())

  test.each(['/', '/commandes'])('%s says how to build them', async (path) => {
    const { status, headers, body } = await get(world.url, path, PAGE)
    expect([status, headers['content-type']]).toEqual([503, 'text/html; charset=UTF-8'])
    expect(body.toString()).toContain('<code>npm run build</code>')
  })

  test('keep nobody from the API', async () => {
    const asked = ['/docs', '/openapi.json', '/health/live', '/api/v1/orders', '/assets/a.js']
    const answers = await Promise.all(asked.map((path) => get(world.url, path, PAGE)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 404])
  })
})
