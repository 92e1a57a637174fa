import type { Answer, Caller, RequestWish } from '../../builders/caller.js'
import { bodyOf, pathOf, queryOf, type Target } from './attack.js'
import type { Operation } from './operations.js'

const TEXTS = ['a\u0000b', '\ud800', '0000-01-01', '9'.repeat(30), 'x'.repeat(20_000)]
const NUMBERS = [Number.MAX_SAFE_INTEGER, -1, 0.5]
const QUERIES = ['a\u0000b', '0000-01-01', '9'.repeat(30)]

interface Attempt {
  readonly operation: Operation
  readonly path: string
  readonly wish: RequestWish
  readonly what: string
}

/** Every place of a value that holds a text, a number or a flag. */
function* leavesOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) {
    yield path
    return
  }
  for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key])
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value
  return valueAt(
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    rest,
  )
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value)) {
    return value.map((inner: unknown, i) =>
      String(i) === key ? replaced(inner, rest, other) : inner,
    )
  }
  const inner: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : {}
  return { ...Object(value), [key]: replaced(inner, rest, other) }
}

/** One request for each value that no honest client sends, in each place of each body and query. */
export function* hostileAttempts(
  target: Target,
  operations: readonly Operation[],
): Generator<Attempt> {
  const headers = { 'if-match': '"1"' }
  for (const operation of operations) {
    const path = `${pathOf(target, operation)}${queryOf(target, operation)}`
    for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'query')) {
      for (const text of QUERIES) {
        const url = new URL(path, 'http://localhost')
        url.searchParams.set(name, text)
        const what = `?${name}=${JSON.stringify(text)}`
        yield { operation, path: `${url.pathname}${url.search}`, wish: { headers }, what }
      }
    }
    if (operation.requestBody?.content['application/json'] === undefined) continue
    const body = bodyOf(target, operation)
    for (const leaf of leavesOf(body)) {
      const values = { string: TEXTS, number: NUMBERS }[String(typeof valueAt(body, leaf))] ?? []
      for (const value of values) {
        const what = ` ${leaf.join('.')} = ${JSON.stringify(value).slice(0, 20)}`
        yield { operation, path, wish: { headers, body: replaced(body, leaf, value) }, what }
      }
    }
  }
}

const AT_ONCE = 8

/** Sends them all; answers how many, and those the program failed on or answered undocumented. */
export async function sendHostile(caller: Caller, attempts: Iterable<Attempt>) {
  const waiting = [...attempts]
  const sent = waiting.length
  const failures: string[] = []
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { operation, path, wish, what } = next
      const { status }: Answer = await caller.send(operation.method, path, wish)
      if (String(status) in operation.responses && status < 500) continue
      failures.push(`${operation.method} ${operation.path}${what} answers ${status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { sent, failures: failures.toSorted() }
}
