import { posix } from 'node:path'
import type { SourceFile } from './source.js'
import { field, isNode, type Node, nodesIn, statements } from './syntax.js'

/** A top-level name of a file, such as `src/stock/receive-stock.ts#receiveStock`. */
export type Place = `${string}#${string}`

/** What each top-level function mentions, by the place it is written in: calls, and functions passed on. */
export type CallGraph = ReadonlyMap<Place, ReadonlySet<Place>>

interface Module {
  readonly path: string
  /** Top-level declarations. */
  readonly own: ReadonlyMap<string, Node>
  /** Names that come from another file, imported or passed on by `export … from`. */
  readonly foreign: ReadonlyMap<string, Place>
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const child = (node: Node, name: string): Node | undefined => {
  const value = field(node, name)
  return isNode(value) ? value : undefined
}
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const nameOf = (node: Node | undefined): string =>
  node === undefined ? '' : text(field(node, 'value'))

function declared(statement: Node): ReadonlyArray<readonly [string, Node]> {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
    return [[nameOf(child(statement, 'identifier')), statement]]
  }
  if (statement.type !== 'VariableDeclaration') return []
  return list(field(statement, 'declarations')).map((one) => [nameOf(child(one, 'id')), one])
}

function foreignNames(path: string, statement: Node): ReadonlyArray<readonly [string, Place]> {
  const from = nameOf(child(statement, 'source'))
  if (!from.startsWith('.')) return []
  const target = posix.join(posix.dirname(path), from).replace(/\.js$/, '.ts')
  return list(field(statement, 'specifiers')).map((one) => {
    const original = nameOf(child(one, 'imported') ?? child(one, 'orig'))
    const local = nameOf(child(one, 'local') ?? child(one, 'exported')) || original
    return [local, `${target}#${original || local}`]
  })
}

function read(file: SourceFile): Module {
  const body = statements(file)
  const exports = body.flatMap((one) =>
    one.type === 'ExportDeclaration' ? list([field(one, 'declaration')]) : [],
  )
  const own = [...body, ...exports].flatMap(declared)
  return {
    path: file.path,
    own: new Map(own),
    foreign: new Map(body.flatMap((one) => foreignNames(file.path, one))),
  }
}

/** Reads the files and links each name to where it is declared, through every `index.ts`. */
export function linkCalls(files: readonly SourceFile[]): CallGraph {
  const modules = new Map(files.map((file) => [file.path, read(file)]))

  const settle = (place: Place): Place => {
    const [path = '', name = ''] = place.split('#')
    const next = modules.get(path)?.foreign.get(name)
    return next === undefined || next === place ? place : settle(next)
  }
  const mentioned = (module: Module, node: Node): Set<Place> => {
    const names = [...nodesIn(node)].filter(({ type }) => type === 'Identifier').map(nameOf)
    return new Set(
      names.flatMap((name): Place[] => {
        const foreign = module.foreign.get(name)
        if (foreign !== undefined) return [settle(foreign)]
        return module.own.has(name) ? [`${module.path}#${name}`] : []
      }),
    )
  }

  return new Map(
    [...modules.values()].flatMap((module) =>
      [...module.own].map(
        ([name, node]) => [`${module.path}#${name}` as const, mentioned(module, node)] as const,
      ),
    ),
  )
}

/** Whether `from` leads to any of `targets`, along what each function mentions. */
export function leadsTo(graph: CallGraph, from: Place, targets: ReadonlySet<Place>): boolean {
  const seen = new Set<Place>([from])
  const waiting = [from]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (targets.has(place)) return true
    for (const next of graph.get(place) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return false
}
