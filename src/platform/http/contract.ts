import type { Context as HonoContext, MiddlewareHandler, TypedResponse } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { JSONParsed } from 'hono/utils/types'
import { describeRoute, resolver, validator } from 'hono-openapi'
import { z } from 'zod'
import { type DomainErrorCode, invalidField } from '../../kernel/errors.js'
import type { Role } from '../../kernel/roles.js'
import type { AppEnv } from './env.js'
import { invalidInput, PROBLEMS } from './problem.js'

/** What a route promises: shown in OpenAPI, and read by the security suite. */
export interface Contract {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  /** Who may call it. `member` in the suite means an establishment-scoped grant of one of these roles. */
  readonly roles: readonly Role[] | 'any' | 'anonymous'
  readonly answers: Readonly<Record<number, { description: string; schema?: z.ZodType }>>
  readonly problems?: readonly DomainErrorCode[]
}

export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ ref: 'Problem' })

/** Every authenticated route can answer these. */
const COMMON: readonly DomainErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid-input',
]

function problemResponses(codes: readonly DomainErrorCode[]) {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: names.join(', '),
        content: { 'application/problem+json': { schema: resolver(ProblemDocument) } },
      },
    ]),
  )
}

/** The contract of a route, as the middleware that documents it. Error answers derive from the problem table. */
export function contract({
  roles,
  problems = [],
  answers,
  tag,
  ...rest
}: Contract): MiddlewareHandler<AppEnv> {
  const codes = roles === 'anonymous' ? problems : [...new Set([...COMMON, ...problems])]
  const successes = Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema }]) => [
      status,
      schema === undefined
        ? { description }
        : { description, content: { 'application/json': { schema: resolver(schema) } } },
    ]),
  )
  return describeRoute({
    ...rest,
    tags: [tag],
    responses: { ...successes, ...problemResponses(codes) },
    ...{ 'x-navette-roles': roles },
  })
}

const JSON_TYPE = /^application\/([a-z-.]+\+)?json(;|$)/i

/**
 * Hono takes a body of another type for no body at all, and an absent body for `{}`: a decision sent
 * as text would count as the default one.
 * @throws DomainError `invalid-input`
 */
function requireJsonBody({ req }: HonoContext): void {
  const isAbsent = Number(req.header('content-length') ?? 0) === 0
  if (isAbsent && req.header('transfer-encoding') === undefined) return
  if (JSON_TYPE.test(req.header('content-type') ?? '')) return
  throw invalidField('Content-Type', 'Send the body as application/json')
}

/** PostgreSQL stores neither U+0000, which broken scanners send, nor halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Surrogate}]/u

function unstorablePath(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorablePath(inner)
    if (found !== undefined) return [key, ...found]
  }
  return undefined
}

/** Validates one part of the request; a refusal names every wrong field. */
export const valid = <Target extends 'json' | 'query' | 'param', Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result, c) => {
    if (target === 'json') requireJsonBody(c)
    if (result.success) {
      const path = unstorablePath(result.data)?.join('.')
      if (path !== undefined) throw invalidField(path, 'This text holds a broken character')
      return
    }
    throw invalidInput(
      result.error.map(({ path = [], message }) => ({
        path: path
          .map((part) => (typeof part === 'object' ? String(part.key) : String(part)))
          .join('.'),
        message,
      })),
    )
  })

type Reply<View, Status extends ContentfulStatusCode> = Response &
  TypedResponse<JSONParsed<View>, Status, 'json'>

/** Answers with a view that must fit its schema: at compile time always, at run time where replies are checked. */
export function reply<Schema extends z.ZodType, Status extends ContentfulStatusCode = 200>(
  c: HonoContext<AppEnv>,
  schema: Schema,
  view: z.output<Schema>,
  status?: Status,
): Reply<z.output<Schema>, Status> {
  if (c.var.checksReplies) schema.parse(view)
  return c.json(view, status)
}

export const createRouter = () => new Hono<AppEnv>()
