import type { Logger } from 'pino'
import type { Clock } from '../../kernel/calendar.js'
import type { Database } from '../../platform/db/client.js'
import { catalogueVersion } from './catalogue-version.js'
import { buildSnapshot, type CatalogueSnapshot } from './snapshot.js'

/** A change made in another process is seen after this long, and the time it takes to load. */
const CHECK_EVERY_MS = 2_000

/** One process's catalogue in memory: loaded at first use, replaced whole when the catalogue changes. */
export interface ProductSearch {
  /** The catalogue to search now; only the very first call waits for the database. */
  snapshot(): Promise<CatalogueSnapshot>
  /** Looks for changes now, and loads them; what is served meanwhile is the former catalogue. */
  refresh(): Promise<void>
}

export interface ProductSearchDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
}

/** Opens the search of one process. It holds memory, and no connection between two looks. */
export function openProductSearch({ db, clock, log }: ProductSearchDeps): ProductSearch {
  let current: CatalogueSnapshot | undefined
  let loading: Promise<CatalogueSnapshot> | undefined
  let checkedAtMs = Number.NEGATIVE_INFINITY

  async function load(): Promise<CatalogueSnapshot> {
    checkedAtMs = clock().getTime()
    // Read before the rows: a change in between is then seen by the next look, never missed.
    const version = await catalogueVersion(db.prisma)
    if (current?.version !== version) current = await buildSnapshot(db.prisma, version, current)
    return current
  }

  const loadOnce = (): Promise<CatalogueSnapshot> => {
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  return {
    snapshot: async () => {
      if (current === undefined) return loadOnce()
      if (clock().getTime() - checkedAtMs >= CHECK_EVERY_MS) {
        loadOnce().catch((err: unknown) => log.warn({ err }, 'catalogue not looked at again'))
      }
      return current
    },
    refresh: async () => {
      // One that is under way may have looked before the caller's change.
      await loading?.catch(() => undefined)
      await loadOnce()
    },
  }
}
