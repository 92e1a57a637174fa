import { dirname, join, relative } from 'node:path'
import swc from '@swc/core'
import { RUNS_IN_BROWSER } from './tools/screen-sources.mjs'

/** In a screen, a type from the server: gone before anything runs, so that it is no dependency. */
const isServerType = (file) => (statement) => {
  if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.'))
    return false
  const { typeOnly, specifiers, source } = statement
  const isType = typeOnly || (specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly))
  return isType && relative('web', join(dirname(file), source.value)).startsWith('..')
}

// The cruiser asks swc for TypeScript and never for JSX, which stops it at the first screen; and it
// cannot tell the import of a type from another.
const parse = swc.parseFileSync
swc.parseFileSync = (file, options) => {
  const module = parse(file, { ...options, tsx: file.endsWith('.tsx') })
  const isScreen = !relative('web', file).startsWith('..')
  const ignored = isScreen ? isServerType(file) : () => false
  return { ...module, body: module.body.filter((statement) => !ignored(statement)) }
}

const DECLARATIONS = '^jobs/(declare\\.ts|declarations/)'

/** `path` may import itself and `may`, nothing else of ours. */
const leaf = (name, path, may) => ({
  name,
  severity: 'error',
  from: { path, pathNot: '\\.test\\.ts$' },
  to: { path: '^(src|jobs|templates|web)/', pathNot: [path, ...may] },
})

/** `capability` may not reach any of `others`: the listed order of the capabilities, backwards. */
const neverReaches = (capability, others) => ({
  name: `${capability}-looks-down-only`,
  severity: 'error',
  from: { path: `^src/${capability}/` },
  to: { path: `^src/(${others.join('|')})/` },
})

const ORDER = [
  'audit',
  'access',
  'members',
  'catalogue',
  'documents',
  'stock',
  'courier',
  'orders',
  'deliveries',
  'specimens',
  'custody',
  'billing',
  'finding',
  'today',
  'operations',
  'verification',
  'start',
  'demo',
  'cli',
]

/** The program itself: it puts the capabilities together, and no capability knows it. */
const PROGRAM = '^src/(main\\.|start/|demo/|cli/)'

/** What of the screens belongs to one trade; everything else there serves them all. */
const SPACES = '^web/src/(pharmacy|member|courier|laboratory|finance|administration)/'

export default {
  forbidden: [
    leaf('kernel-imports-nothing', '^src/kernel/', []),
    leaf('templates-are-pure', '^templates/', ['^src/kernel/']),
    leaf('declarations-are-data', DECLARATIONS, ['^src/kernel/']),
    leaf('platform-knows-no-capability', '^src/platform/', ['^src/kernel/', DECLARATIONS]),
    {
      name: 'capability-by-its-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: ['^src/$1/', '^src/(kernel|platform|start)/', '^src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'src-sees-only-declarations',
      severity: 'error',
      from: { path: '^src/', pathNot: PROGRAM },
      to: { path: '^jobs/', pathNot: DECLARATIONS },
    },
    {
      name: 'wiring-stays-outside',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: PROGRAM },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    ...ORDER.flatMap((capability, index) => {
      const above = ORDER.slice(index + 1)
      return above.length === 0 ? [] : [neverReaches(capability, above)]
    }),
    {
      name: 'server-knows-no-screen',
      severity: 'error',
      from: { path: '^(src|jobs|templates)/' },
      to: { path: '^web/' },
    },
    {
      name: 'screens-run-only-what-a-browser-can',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|jobs|templates)/', pathNot: RUNS_IN_BROWSER },
    },
    {
      name: 'what-a-browser-runs-leans-on-nothing-else',
      severity: 'error',
      from: { path: RUNS_IN_BROWSER, pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|jobs|templates)/', pathNot: RUNS_IN_BROWSER },
    },
    {
      name: 'what-a-browser-runs-asks-no-system',
      severity: 'error',
      from: { path: `${RUNS_IN_BROWSER}|^web/src/`, pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a-space-knows-no-other',
      severity: 'error',
      from: { path: SPACES },
      to: { path: SPACES, pathNot: '^web/src/$1/' },
    },
    {
      name: 'the-kit-knows-no-space',
      severity: 'error',
      from: { path: '^web/src/(ui|api|texts)/' },
      to: { path: SPACES },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(src/platform/db/generated|web/dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
}
