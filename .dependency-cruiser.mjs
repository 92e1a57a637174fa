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
  'operations',
  'verification',
  'start',
  'demo',
  'cli',
]

/** The program itself: it puts the capabilities together, and no capability knows it. */
const PROGRAM = '^src/(main\\.|start/|demo/|cli/)'

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
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/platform/db/generated' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
}
