import type pg from 'pg'
import type { Answer, Caller } from '../../builders/caller.js'
import { type Hints, type OpenApi, type Operation, sampleOf } from './operations.js'

/** Somebody who tries every route, and how the program must answer them. */
export interface Attack {
  readonly who: string
  readonly caller: Pick<Caller, 'send'>
  readonly operations: readonly Operation[]
  isRefused(answer: Answer, operation: Operation): boolean
}

export interface Target {
  readonly document: OpenApi
  /** Ids by the collection of their path, or by the name of their parameter. */
  readonly ids: Readonly<Record<string, string>>
  readonly laboratoryId: string
}

const AT_ONCE = 8

/** Tries them all; answers what was not refused as documented: `who: METHOD /path answers status …`. */
export async function attack(target: Target, { who, caller, operations, isRefused }: Attack) {
  const offences: string[] = []
  const waiting = [...operations]
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await tryOut(target, caller, next)
      const { status, text } = answer
      const isDocumented = String(status) in next.responses
      if (isRefused(answer, next) && isDocumented) continue
      offences.push(`${who}: ${next.method} ${next.path} answers ${status} ${text.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return offences.toSorted()
}

async function tryOut(target: Target, caller: Pick<Caller, 'send'>, operation: Operation) {
  const { method } = operation
  const path = `${pathOf(target, operation)}${queryOf(target, operation)}`
  const types = Object.keys(operation.requestBody?.content ?? {})
  const headers = { 'if-match': '"1"' }
  if (types[0] === undefined) return caller.send(method, path, { headers })
  if (types[0] !== 'application/json') return caller.send(method, path, { raw: upload(), headers })
  return caller.send(method, path, { body: bodyOf(target, operation), headers })
}

function upload(): FormData {
  const form = new FormData()
  form.append('files', new Blob(['essai']), 'CIS_bdpm.txt')
  return form
}

const LABORATORY = /^\/api\/v1\/(exams|stability-rules|specimen-shipments|deadline-alarms)/

const hintsOf = ({ ids, laboratoryId }: Target, { path, operationId }: Operation): Hints => ({
  ...ids,
  ...(LABORATORY.test(path) && { groupingId: laboratoryId }),
  ...{ closesAt: '18:00', email: 'nouveau@exemple.fr', password: 'Comprimés-2027!', units: 1 },
  ...BODIES[operationId]?.(ids),
})

/** `{id}` is the id of the collection before it; other parameters have a name of their own. */
export function pathOf({ ids, laboratoryId }: Target, { path }: Operation): string {
  const parts = path.split('/')
  const groupingId = LABORATORY.test(path) ? laboratoryId : ids['groupingId']
  const known: Hints = { ...ids, groupingId, queue: 'runs', '{queue}': ids['jobs'] }
  return parts
    .map((part, i) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name === undefined) return part
      const value = name === 'id' ? known[parts[i - 1] ?? ''] : known[name]
      if (typeof value !== 'string') throw new Error(`The story has no ${name} for ${path}`)
      return value
    })
    .join('/')
}

export function queryOf(target: Target, operation: Operation): string {
  const hints = hintsOf(target, operation)
  const named = operation.parameters.filter(
    (parameter) =>
      parameter.in === 'query' && (parameter.required || parameter.name === 'groupingId'),
  )
  const query = new URLSearchParams()
  for (const { name, schema } of named) {
    query.set(name, String(sampleOf(target.document, schema, hints, name)))
  }
  return query.size === 0 ? '' : `?${query}`
}

export function bodyOf(target: Target, operation: Operation): unknown {
  const content = operation.requestBody?.content['application/json']
  const hints = hintsOf(target, operation)
  const body = sampleOf(target.document, content?.schema ?? {}, hints)
  const more = BODIES[operation.operationId]?.(target.ids)
  return typeof body === 'object' ? { ...body, ...more } : body
}

/** Bodies whose rules a JSON schema cannot say. */
const BODIES: Readonly<Record<string, (ids: Target['ids']) => Hints>> = {
  addMembership: ({ establishmentId }) => ({ establishmentId }),
  createUser: () => ({ email: 'nouveau@exemple.fr' }),
  createApiKey: ({ machineId }) => ({ userId: machineId, scopes: ['read'] }),
  createAllocationKey: () => ({ components: [{ driver: 'stops' }] }),
  previewAllocationKey: () => ({ components: [{ driver: 'stops' }] }),
  createOrder: ({ productId }) => ({ lines: [{ productId, units: 1 }] }),
  ingestCustodyEvents: ({ containerCode }) => ({
    events: [
      {
        ...{ eventId: crypto.randomUUID(), sequence: 1, kind: 'picked-up', containerCode },
        ...{ inputMode: 'camera', deviceAt: '2026-03-12T07:00:00.000Z' },
      },
    ],
  }),
  pickForOrder: ({ productId }) => ({ productId, lotNumber: 'P1', units: 1 }),
  receiveDelivery: ({ deliveryLineId }) => ({
    lines: [{ deliveryLineId, acceptedUnits: 10, refusedUnits: 0, missingUnits: 0 }],
  }),
  receiveStock: ({ productId }) => ({
    lines: [{ productId, lotNumber: 'P2', expiresOn: '2028-01-31', units: 10, unitCost: '2.50' }],
  }),
}

/** A digest of every row of every table, but for what signing in changes. */
export async function digestOf(owner: pg.Pool): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('session', 'rate_limit') order by 1`)
  const parts = tables.map(
    ({ name }) => `select '${name}' as name,
      count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest from "${name}" t`,
  )
  const { rows } = await owner.query<{ name: string; digest: string }>(parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}
