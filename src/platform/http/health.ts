import { Hono } from 'hono'
import type { AppEnv } from './env.js'
import type { HttpMetrics } from './metrics.js'

/** Something this process cannot work without. `check` rejects when it is not there. */
export interface Dependency {
  readonly name: string
  check(): Promise<void>
}

const CHECK_TIMEOUT_MS = 2_000

async function isReady({ check }: Dependency): Promise<boolean> {
  const timeout = AbortSignal.timeout(CHECK_TIMEOUT_MS)
  const tooLate = new Promise<never>((_, reject) => {
    timeout.addEventListener('abort', () => reject(new Error('timeout')), { once: true })
  })
  return Promise.race([check(), tooLate]).then(
    () => true,
    () => false,
  )
}

/** `/health/live`: the process runs. `/health/ready`: everything it needs answers. `/metrics`: Prometheus text. */
export function healthRoutes(dependencies: readonly Dependency[], { registry }: HttpMetrics) {
  return new Hono<AppEnv>()
    .get('/health/live', (c) => c.json({ status: 'live' }))
    .get('/health/ready', async (c) => {
      const checks = await Promise.all(
        dependencies.map(
          async (dependency) => [dependency.name, await isReady(dependency)] as const,
        ),
      )
      const ready = checks.every(([, ok]) => ok)
      return c.json(
        { status: ready ? 'ready' : 'not-ready', checks: Object.fromEntries(checks) },
        ready ? 200 : 503,
      )
    })
    .get('/metrics', async (c) =>
      c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
    )
}
