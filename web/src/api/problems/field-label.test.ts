import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldLabel, hasLabel } from './field-label.js'

const MODULES = import.meta.glob<Record<string, unknown>>('../../../../src/*/*schema.ts', {
  eager: true,
})
const ASKED = /(Input|Query|Params?|Key)$/

/** The names of all fields below this schema, as a request writes them. */
function namesIn(shape: unknown): string[] {
  if (typeof shape !== 'object' || shape === null) return []
  const own = 'properties' in shape ? Object.keys(shape.properties ?? {}) : []
  return [...own, ...Object.values(shape).flatMap(namesIn)]
}

/** Every field a request may have: a refusal may name any of them. */
const asked = Object.entries(MODULES).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, schema]) => {
    if (!ASKED.test(name) || !(schema instanceof z.ZodType)) return []
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    return namesIn(json).map((field) => [field, `${name} of ${path}`] as const)
  }),
)

describe('a field', () => {
  test('has a name a person knows, whichever request it is of', () => {
    expect(asked.length).toBeGreaterThan(200)
    expect(asked.filter(([field]) => !hasLabel(field))).toEqual([])
  })

  test.for([
    ['lines.0.units', 'ligne 1, quantité', 'line 1, quantity'],
    ['totes.2.lines.0.lotNumber', 'bac 3, ligne 1, numéro de lot', 'tote 3, line 1, lot number'],
    ['checklist.rigidOuter', 'emballage extérieur rigide', 'rigid outer packing'],
    ['If-Match', 'version lue', 'version read'],
    ['body', 'envoi', 'request'],
    ['tomorrow.3', 'tomorrow 4', 'tomorrow 4'],
    ['', '', ''],
  ] as const)('%s is « %s »', ([path, french, english]) => {
    expect([fieldLabel(path, 'fr'), fieldLabel(path, 'en')]).toEqual([french, english])
  })
})
