import { type Context, Hono } from 'hono'
import type { AppEnv } from './env.js'
import { onNotFound } from './problem.js'
import { ENCODINGS, type Encoding, type ScreenFile, type ScreenFiles } from './screen-files.js'

/** Their names hold a digest of their content. */
const HASHED = '/assets/'
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Kept, and asked about again each time: how a new version is noticed. */
const ASK_AGAIN = 'no-cache'

/** What is not a screen, whoever asks; and a file, which is there or is not. */
const NEVER_A_SCREEN =
  /^\/(?:api|docs|admin|openapi\.json|health|metrics|problems|assets)(?:\/|$)|\.[a-z][\w-]*$/i

const NOT_BUILT = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Navette</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<h1>Navette</h1>
<p>Les écrans ne sont pas construits\u00a0: lancez <code>npm run build</code>, puis redémarrez Navette.</p>
<p>L’API répond\u00a0: <a href="/docs">sa documentation</a>.</p>
</body>
</html>
`

/** The built screens, at the addresses the build gave their files. */
export function screenRoutes(files: ScreenFiles) {
  const router = new Hono<AppEnv>()
    .get('/', (c) => page(c, files))
    .get(`${HASHED}*`, (c) => {
      const file = files.get(c.req.path)
      return file === undefined ? c.notFound() : send(c, file, FOR_EVER)
    })
  for (const [path, file] of files) {
    if (!path.startsWith(HASHED)) router.get(path, (c) => send(c, file, ASK_AGAIN))
  }
  return router
}

/** A screen has an address that only the application knows: whoever asks for a page there gets the application. */
export const screenOrNotFound =
  (files: ScreenFiles) =>
  (c: Context<AppEnv>): Response =>
    asksForScreen(c) ? page(c, files) : onNotFound(c)

function asksForScreen({ req }: Context<AppEnv>): boolean {
  const reads = req.method === 'GET' || req.method === 'HEAD'
  return (
    reads &&
    !NEVER_A_SCREEN.test(req.path) &&
    (req.header('accept')?.includes('text/html') ?? false)
  )
}

function page(c: Context<AppEnv>, files: ScreenFiles): Response {
  const index = files.get('/index.html')
  return index === undefined ? c.html(NOT_BUILT, 503) : send(c, index, ASK_AGAIN)
}

function send(c: Context<AppEnv>, file: ScreenFile, caching: string): Response {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '', file)
  const tag = `"${file.digest}${encoding === undefined ? '' : `-${encoding}`}"`
  const headers = { etag: tag, 'cache-control': caching, vary: 'accept-encoding' }
  if (hasAlready(c.req.header('if-none-match') ?? '', tag)) return c.body(null, 304, headers)
  if (encoding !== undefined) c.header('content-encoding', encoding)
  const bytes = encoding === undefined ? file.bytes : file.compressed.get(encoding)
  return c.body(bytes ?? file.bytes, 200, { ...headers, 'content-type': file.type })
}

/** A proxy that compresses by itself makes a tag weak. */
const hasAlready = (known: string, tag: string): boolean =>
  known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)

/** The best one the build made and the caller takes; `;q=0` is a refusal. */
function encodingFor(accepted: string, { compressed }: ScreenFile): Encoding | undefined {
  const taken = accepted
    .split(',')
    .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
    .map((one) => one.split(';')[0]?.trim().toLowerCase())
  const best = ENCODINGS.find(([name]) => compressed.has(name) && taken.includes(name))
  return best?.[0]
}
