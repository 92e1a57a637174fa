import { describe, expect, test } from 'vitest'
import {
  type Finding,
  isTest,
  projectFiles,
  type SourceFile,
  screenFiles,
  shippedFiles,
} from './source.js'
import { field, isNode, linesOf, type Node, nodesIn, statements } from './syntax.js'

const LINES_MAX = 300
const TEST_LINES_MAX = 400
const FUNCTION_LINES_MAX = 60
/** Markup is one expression: a component is as long as what it shows, within reason. */
const COMPONENT_LINES_MAX = 80

const FUNCTIONS = new Set([
  'ArrowFunctionExpression',
  'ClassMethod',
  'Constructor',
  'FunctionDeclaration',
  'FunctionExpression',
  'MethodProperty',
])

const linesIn = ({ text }: SourceFile): number => text.trimEnd().split('\n').length

const tooLong = (files: readonly SourceFile[]): readonly Finding[] =>
  files
    .map((file) => ({ file, lines: linesIn(file) }))
    .filter(({ file, lines }) => lines > (isTest(file) ? TEST_LINES_MAX : LINES_MAX))
    .map(({ file, lines }): Finding => `${file.path}:1 has ${lines} lines`)

/** A router is a table of routes: each handler is measured, the chain that lists them is not. */
function listsRoutes(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  let link: unknown = node
  while (isNode(link)) {
    if (link.type === 'Identifier') return field(link, 'value') === 'createRouter'
    link = field(link, link.type === 'MemberExpression' ? 'object' : 'callee')
  }
  return false
}

function functionsOver(files: readonly SourceFile[], linesMax: number): readonly Finding[] {
  return files.flatMap((file) => {
    const bytes = Buffer.from(file.text)
    const length = (node: Node): number => {
      const { first, last } = linesOf(node, bytes)
      return last - first + 1
    }
    const routesIn = (node: Node): number => {
      const routes = [...nodesIn(node)].find(listsRoutes)
      return routes === undefined ? 0 : length(routes)
    }
    return [...nodesIn(statements(file))]
      .filter(({ type }) => FUNCTIONS.has(type))
      .map((node) => ({ node, lines: length(node) }))
      .filter(({ lines }) => lines > linesMax)
      .map(({ node, lines }) => ({ node, lines: lines - routesIn(node) }))
      .filter(({ lines }) => lines > linesMax)
      .map(({ node, lines }): Finding => {
        return `${file.path}:${linesOf(node, bytes).first} has ${lines} lines`
      })
  })
}

const body = (lines: number): string => 'step()\n'.repeat(lines)

describe('sizes', () => {
  const code = projectFiles('src', 'jobs', 'templates', 'test', 'bench', 'tools', 'web').filter(
    ({ path }) => /\.(tsx?|mjs|css)$/.test(path),
  )

  test('no file outgrows what one sitting can read', () => {
    expect(code.length).toBeGreaterThan(500)
    expect(tooLong(code)).toEqual([])
  })

  test('no function outgrows a screen', () => {
    expect(functionsOver(shippedFiles(), FUNCTION_LINES_MAX)).toEqual([])
    expect(functionsOver(screenFiles(), COMPONENT_LINES_MAX)).toEqual([])
  })

  test('a long file is found, and a test may be a little longer', () => {
    const planted = [
      { path: 'src/stock/planted.ts', text: body(301) },
      { path: 'src/stock/planted.test.ts', text: body(301) },
      { path: 'test/integration/stock/planted.test.ts', text: body(401) },
      { path: 'web/src/finance/planted.tsx', text: body(301) },
    ]
    expect(tooLong(planted)).toEqual([
      'src/stock/planted.ts:1 has 301 lines',
      'test/integration/stock/planted.test.ts:1 has 401 lines',
      'web/src/finance/planted.tsx:1 has 301 lines',
    ])
  })

  test.each([
    ['a declaration', `function f() {\n${body(60)}}`],
    ['an arrow', `const f = () => {\n${body(60)}}`],
    ['a method', `const o = { f() {\n${body(60)}} }`],
    ['a handler', `const r = () => createRouter().get('/', () => {\n${body(60)}})`],
  ])('a long function is found in %s', (_shape, source) => {
    const planted = { path: 'src/stock/planted.ts', text: `// é\n${source}\n` }
    expect(functionsOver([planted], FUNCTION_LINES_MAX)).toEqual([
      'src/stock/planted.ts:2 has 62 lines',
    ])
  })

  test('a long function is found in a screen', () => {
    const source = `const Page = () => (\n<ul>\n${'<li />\n'.repeat(60)}</ul>\n)`
    expect(
      functionsOver([{ path: 'web/src/finance/planted.tsx', text: source }], FUNCTION_LINES_MAX),
    ).toEqual(['web/src/finance/planted.tsx:1 has 64 lines'])
  })
})
