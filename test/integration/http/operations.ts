import { z } from 'zod'

const Schema = z.record(z.string(), z.unknown())
export type JsonSchema = z.infer<typeof Schema>

const Parameter = z.object({
  in: z.enum(['path', 'query', 'header', 'cookie']),
  name: z.string(),
  required: z.boolean().default(false),
  schema: Schema,
})

export const OperationObject = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: Schema })) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string() }).loose()),
  'x-navette-roles': z.union([z.array(z.string()).min(1), z.enum(['any', 'anonymous'])]),
})

export const OpenApi = z.object({
  openapi: z.string(),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), OperationObject)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    securitySchemes: z.record(z.string(), Schema).default({}),
  }),
})
export type OpenApi = z.infer<typeof OpenApi>

export interface Operation extends z.infer<typeof OperationObject> {
  readonly method: string
  readonly path: string
  readonly roles: readonly string[] | 'any' | 'anonymous'
}

/** Every route the program says it has. */
export const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
      roles: operation['x-navette-roles'],
    })),
  )

/** Values for what only the story knows: by property, or by operation and property. */
export type Hints = Readonly<Record<string, unknown>>

/** The smallest body a schema accepts, with the story's own ids. */
export function sampleOf(document: OpenApi, schema: JsonSchema, hints: Hints, name = ''): unknown {
  if (name in hints) return hints[name]
  const { $ref, anyOf, oneOf, allOf } = schema
  const sample = (inner: unknown) => sampleOf(document, Schema.parse(inner), hints, name)
  if (typeof $ref === 'string') {
    return sample(document.components.schemas[$ref.split('/').at(-1) ?? ''])
  }
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map(sample))
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) return sample(choices[0])
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  return leafOf(document, schema, hints, name)
}

function leafOf(document: OpenApi, schema: JsonSchema, hints: Hints, name: string): unknown {
  const inner = (of: unknown, property: string) =>
    sampleOf(document, Schema.parse(of), hints, property)
  switch (schema['type']) {
    case 'object': {
      const properties = Schema.parse(schema['properties'] ?? {})
      const required = z.array(z.string()).parse(schema['required'] ?? [])
      return Object.fromEntries(required.map((key) => [key, inner(properties[key], key)]))
    }
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () =>
        inner(schema['items'], name.replace(/s$/, '')),
      )
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1))
    case 'boolean':
      return true
    default:
      return textOf(schema)
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-12',
  'date-time': '2026-03-12T07:00:00.000Z',
  email: 'quelquun@exemple.fr',
  uri: 'https://exemple.fr',
}
const PATTERNS: readonly string[] = [
  '2026-03',
  '08:30',
  '92400',
  '1.50',
  'read',
  'ESSAI-1',
  '123456',
  '12',
]

function textOf({ format, pattern, example, minLength }: JsonSchema): string {
  if (format === 'uuid') return '01999c3e-5d0a-7cc1-8a3c-0d9f6a1b2c3d'
  if (typeof format === 'string' && format in FORMATS) return FORMATS[format] ?? ''
  if (typeof example === 'string') return example
  const text = 'essai'.padEnd(Number(minLength ?? 5), ' essai')
  if (typeof pattern !== 'string') return text
  const shape = new RegExp(pattern, 'u')
  return [text, ...PATTERNS].find((candidate) => shape.test(candidate)) ?? text
}
