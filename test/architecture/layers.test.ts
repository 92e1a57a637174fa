import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from './source.js'

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

interface Cruise {
  readonly modules: ReadonlyArray<{ readonly source: string }>
  readonly summary: { readonly violations: readonly Violation[] }
}

function cruise(folder: string): Cruise {
  const config = join(ROOT, '.dependency-cruiser.mjs')
  const output = execFileSync(
    join(ROOT, 'node_modules/.bin/depcruise'),
    ['--config', config, '--output-type', 'json', 'src', 'jobs', 'templates', 'web'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  return JSON.parse(output)
}

const PLANTED = [
  ['src/kernel/planted.ts', '../config.js', 'kernel-imports-nothing'],
  ['templates/planted.ts', '../src/config.js', 'templates-are-pure'],
  ['jobs/declarations/planted.ts', '../handlers/render.js', 'declarations-are-data'],
  ['src/platform/planted.ts', '../audit/index.js', 'platform-knows-no-capability'],
  ['src/billing/planted.ts', '../audit/record-audit.js', 'capability-by-its-index'],
  ['src/stock/planted.ts', '../orders/index.js', 'stock-looks-down-only'],
  ['src/billing/demonstrating.ts', '../demo/index.js', 'billing-looks-down-only'],
  ['src/stock/configured.ts', '../config.js', 'wiring-stays-outside'],
  ['src/stock/queueing.ts', '../../jobs/registry.js', 'src-sees-only-declarations'],
  ['src/stock/ring-a.ts', './ring-b.js', 'no-cycles'],
  ['src/start/showing.ts', '../../web/src/main.js', 'server-knows-no-screen'],
  ['templates/showing.ts', '../web/src/main.js', 'server-knows-no-screen'],
  ['web/src/planted.ts', '../../src/config.js', 'screens-run-only-what-a-browser-can'],
  [
    'web/src/finance/planted.tsx',
    '../../../src/audit/index.js',
    'screens-run-only-what-a-browser-can',
  ],
  ['src/stock/schema.ts', '../config.js', 'what-a-browser-runs-leans-on-nothing-else'],
  ['src/kernel/hashing.ts', 'node:crypto', 'what-a-browser-runs-asks-no-system'],
  ['web/src/ui/reading.tsx', 'node:fs', 'what-a-browser-runs-asks-no-system'],
  ['web/src/courier/planted.tsx', '../pharmacy/shelf.js', 'a-space-knows-no-other'],
  ['web/src/ui/planted.tsx', '../pharmacy/shelf.js', 'the-kit-knows-no-space'],
  ['web/src/ui/ring-a.tsx', './ring-b.js', 'no-cycles'],
] as const

/** Beside the violations, what is allowed and looks like one. */
const ALLOWED: Readonly<Record<string, string>> = {
  'web/src/pharmacy/orders.tsx': [
    `import type { OrderView } from '../../../src/orders/index.js'`,
    `import { OrderInput } from '../../../src/orders/view-schema.js'`,
    `import { units } from '../../../src/kernel/units.js'`,
    `import { Card } from '../ui/card.js'`,
    `import { Shelf } from './shelf.js'`,
    `export const Orders = (order: OrderView) => <Card at={<Shelf />} of={[order, units, OrderInput]} />\n`,
  ].join('\n'),
  'web/src/ui/card.tsx': 'export const Card = () => <p />\n',
  'web/src/pharmacy/shelf.tsx': 'export const Shelf = () => <p />\n',
  'src/orders/view-schema.ts': `import { units } from '../kernel/units.js'\nexport const OrderInput = units\n`,
  'src/kernel/units.ts': 'export const units = 1\n',
}

const TARGETS: Readonly<Record<string, string>> = {
  'src/config.ts': 'export {}\n',
  'src/audit/index.ts': `import './record-audit.js'\n`,
  'src/audit/record-audit.ts': 'export {}\n',
  'src/orders/index.ts': 'export {}\n',
  'src/demo/index.ts': 'export {}\n',
  'src/stock/ring-b.ts': `import './ring-a.js'\n`,
  'web/src/main.tsx': 'export {}\n',
  'web/src/ui/ring-b.tsx': `import './ring-a.js'\n`,
  'jobs/registry.ts': 'export {}\n',
  'jobs/handlers/render.ts': 'export {}\n',
}

describe('the layers', () => {
  test('hold, over every module of the source tree', () => {
    const { modules, summary } = cruise(ROOT)
    const below = (folders: RegExp) => modules.filter(({ source }) => folders.test(source))
    expect(below(/^(src|jobs|templates)\//).length).toBeGreaterThan(550)
    expect(below(/^web\/src\//).length).toBeGreaterThan(20)
    expect(summary.violations).toEqual([])
  })

  describe('in a small tree that breaks each of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'navette-layers-'))
    let found: readonly string[] = []

    beforeAll(() => {
      const files = { ...TARGETS, ...ALLOWED }
      for (const [path, target] of PLANTED) files[path] = `import '${target}'\n`
      for (const [path, source] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), source)
      }
      found = cruise(folder).summary.violations.map(({ from, rule }) => `${from} ${rule.name}`)
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    test.each(PLANTED)('%s importing %s breaks %s', (path, _target, rule) => {
      expect(found).toContain(`${path} ${rule}`)
    })

    test('and nothing that is allowed is refused', () => {
      const planted: readonly string[] = PLANTED.map(([path]) => path)
      const innocent = found.filter((line) => !planted.some((path) => line.startsWith(`${path} `)))
      expect(innocent).toEqual([])
    })
  })
})
