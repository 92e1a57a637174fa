import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

interface Cruise {
  readonly modules: readonly unknown[]
  readonly summary: { readonly violations: ReadonlyArray<{ rule: { name: string } }> }
}

function cruise(): Cruise {
  const args = [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'src',
    'jobs',
    'templates',
  ]
  const output = execFileSync(join(ROOT, 'node_modules/.bin/depcruise'), args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return JSON.parse(output)
}

const planted: string[] = []

function plant(path: string, source: string): void {
  const file = join(ROOT, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, source)
  planted.push(file)
}

afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file)
})

const VIOLATIONS = [
  ['src/kernel/planted.ts', `import '../config.js'\n`, 'kernel-imports-nothing'],
  ['templates/planted.ts', `import '../src/config.js'\n`, 'templates-are-pure'],
  ['src/platform/planted.ts', `import '../audit/index.js'\n`, 'platform-knows-no-capability'],
  ['src/billing/planted.ts', `import '../audit/record-audit.js'\n`, 'capability-by-its-index'],
  ['src/stock/planted.ts', `import '../orders/index.js'\n`, 'stock-looks-down-only'],
  ['src/stock/planted.ts', `import '../../jobs/registry.js'\n`, 'src-sees-only-declarations'],
] as const

describe('the layers', () => {
  test('hold, over every module of the source tree', () => {
    const { modules, summary } = cruise()
    expect(modules.length).toBeGreaterThan(200)
    expect(summary.violations.map(({ rule }) => rule.name)).toEqual([])
  })

  test.each(VIOLATIONS)('%s with %j breaks %s', (path, source, rule) => {
    plant(path, source)
    expect(cruise().summary.violations.map((violation) => violation.rule.name)).toContain(rule)
  })
})
