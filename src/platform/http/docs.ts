import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import type { AppEnv } from './env.js'

const swaggerFolder = dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
)

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const START = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true })`

const PAGE = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Navette : documentation de l’API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** The OpenAPI document as a page, with no resource from outside. */
export function docsRoutes() {
  const router = new Hono<AppEnv>()
    .get('/docs', (c) => c.html(PAGE))
    .get('/docs/start.js', (c) =>
      c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    )
  for (const [name, type] of Object.entries(ASSETS)) {
    const bytes = readFileSync(join(swaggerFolder, name))
    router.get(`/docs/${name}`, (c) =>
      c.body(bytes, 200, { 'content-type': type, 'cache-control': 'public, max-age=86400' }),
    )
  }
  return router
}
