import { parseSync } from '@swc/core'
import type { SourceFile } from './source.js'

/** A node of the syntax tree: swc's own types are a union of two hundred shapes, of which we read a few fields. */
export interface Node {
  readonly type: string
}

export const field = (node: Node, name: string): unknown => Reflect.get(node, name)

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The top-level statements of a file. */
export const statements = ({ path, text }: SourceFile): readonly Node[] =>
  parseSync(text, {
    syntax: 'typescript',
    tsx: path.endsWith('.tsx'),
    target: 'es2022',
  }).body.filter(isNode)

/** Every node at or below `value`, parents first. */
export function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) yield value
  for (const child of Object.values(value)) yield* nodesIn(child)
}

const NEWLINE = 0x0a

/** First and last line of a node. Positions of swc are bytes, from one. */
export function linesOf(node: Node, text: Buffer): { first: number; last: number } {
  const { start, end } = spanOf(node)
  const lineAt = (byte: number): number => {
    let line = 1
    for (let at = text.indexOf(NEWLINE); at !== -1 && at < byte - 1; line += 1) {
      at = text.indexOf(NEWLINE, at + 1)
    }
    return line
  }
  return { first: lineAt(start), last: lineAt(end) }
}

function spanOf(node: Node): { start: number; end: number } {
  const span = field(node, 'span')
  if (
    typeof span === 'object' &&
    span !== null &&
    'start' in span &&
    'end' in span &&
    typeof span.start === 'number' &&
    typeof span.end === 'number'
  ) {
    return { start: span.start, end: span.end }
  }
  throw new TypeError('This node has no place in the text')
}
