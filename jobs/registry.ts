import type { JobTarget } from '../src/platform/queues/index.js'
import * as catalogueJobs from './declarations/catalogue.js'
import * as documentJobs from './declarations/documents.js'
import * as runJobs from './declarations/runs.js'
import * as specimenJobs from './declarations/specimens.js'
import * as stockJobs from './declarations/stock.js'
import * as upkeepJobs from './declarations/upkeep.js'
import type { JobDeclaration } from './declare.js'
import type { Handler, RegisteredHandler } from './handle.js'
import * as catalogueHandlers from './handlers/catalogue.js'
import * as documentHandlers from './handlers/documents.js'
import * as runHandlers from './handlers/runs.js'
import * as specimenHandlers from './handlers/specimens.js'
import * as stockHandlers from './handlers/stock.js'
import * as upkeepHandlers from './handlers/upkeep.js'

/** One handler for each declaration exported, under the same name and for the same payload. */
type HandlersOf<Declarations> = {
  readonly [Key in keyof Declarations as Declarations[Key] extends JobDeclaration<infer _>
    ? Key
    : never]: Declarations[Key] extends JobDeclaration<infer Payload> ? Handler<Payload> : never
}

/** Every handler of one capability. A declaration without its handler does not compile. */
function handlersOf<Declarations>(
  declarations: Declarations & object,
  handlers: NoInfer<HandlersOf<Declarations>>,
): readonly RegisteredHandler[] {
  return Object.entries<RegisteredHandler>(handlers)
    .filter(([key]) => key in declarations)
    .map(([, handler]) => handler)
}

/**
 * Every job this program can run. To add a capability, import its `declarations/<capability>.ts` and
 * its `handlers/<capability>.ts`, and add one line here; a job of a known capability needs none.
 */
const handlers: readonly RegisteredHandler[] = [
  ...handlersOf(catalogueJobs, catalogueHandlers),
  ...handlersOf(documentJobs, documentHandlers),
  ...handlersOf(runJobs, runHandlers),
  ...handlersOf(specimenJobs, specimenHandlers),
  ...handlersOf(stockJobs, stockHandlers),
  ...handlersOf(upkeepJobs, upkeepHandlers),
]

export const registry: ReadonlyMap<string, RegisteredHandler> = new Map(
  handlers.map((handler) => [handler.declaration.name, handler]),
)

/** Every job by its name, for the relay. */
export const targets: ReadonlyMap<string, JobTarget> = new Map(
  handlers.map(({ declaration }) => [declaration.name, declaration]),
)
