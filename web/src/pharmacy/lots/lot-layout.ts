import type { Flow, PlaceNode } from './lot-flows.js'

export const NODE_WIDTH = 168
const COLUMN_GAP = 72
const NODE_GAP = 20
const NODE_MIN = 64
/** Height of everything that was received. */
const FULL = 240
const FLOW_MIN = 2
const LEVEL_PX = 24

export interface PlacedNode extends PlaceNode {
  readonly x: number
  readonly y: number
  readonly height: number
}

export interface PlacedFlow extends Flow {
  readonly path: string
  readonly width: number
  readonly labelX: number
  readonly labelY: number
}

export interface LotPicture {
  readonly nodes: readonly PlacedNode[]
  readonly flows: readonly PlacedFlow[]
  readonly width: number
  readonly height: number
}

/** Columns from the supplier to where units end; boxes and bands as high as their units. */
export function layOut(nodes: readonly PlaceNode[], flows: readonly Flow[]): LotPicture {
  const most = Math.max(1, ...nodes.map(({ inUnits, outUnits }) => Math.max(inUnits, outUnits)))
  const scale = FULL / most
  const columns = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b)
  const placed = columns.flatMap((column, index) => {
    let y = 0
    return nodes
      .filter((node) => node.column === column)
      .map((node): PlacedNode => {
        const units = Math.max(node.inUnits, node.outUnits)
        const height = Math.max(NODE_MIN, units * scale)
        const at = { x: index * (NODE_WIDTH + COLUMN_GAP), y }
        y += height + NODE_GAP
        return { ...node, ...at, height }
      })
  })
  const height = Math.max(0, ...placed.map((node) => node.y + node.height))
  const width = columns.length * (NODE_WIDTH + COLUMN_GAP) - COLUMN_GAP
  return { nodes: placed, flows: placeFlows(placed, flows, scale), width, height }
}

function placeFlows(
  nodes: readonly PlacedNode[],
  flows: readonly Flow[],
  scale: number,
): PlacedFlow[] {
  const leaving = new Map<string, number>()
  const coming = new Map<string, number>()
  return flows.flatMap((flow): PlacedFlow[] => {
    const source = nodes.find(({ key }) => key === flow.from)
    const target = nodes.find(({ key }) => key === flow.to)
    if (source === undefined || target === undefined) return []
    const width = Math.max(FLOW_MIN, flow.units * scale)
    const from = take(leaving, source, width)
    const to = take(coming, target, width)
    const start = { x: source.x + NODE_WIDTH, y: from + width / 2 }
    const end = { x: target.x, y: to + width / 2 }
    return [{ ...flow, width, ...curve(start, end) }]
  })
}

/** The next free place on one side of a box. */
function take(taken: Map<string, number>, node: PlacedNode, width: number): number {
  const used = taken.get(node.key) ?? 0
  taken.set(node.key, used + width)
  return node.y + Math.min(used, Math.max(0, node.height - width))
}

interface Point {
  readonly x: number
  readonly y: number
}

function curve(start: Point, end: Point) {
  // Going back (a return to the store) leaves and arrives on the outer sides.
  const reach = end.x > start.x ? (end.x - start.x) / 2 : COLUMN_GAP
  const path = `M ${start.x} ${start.y} C ${start.x + reach} ${start.y}, ${end.x - reach} ${end.y}, ${end.x} ${end.y}`
  // A flow that rises or falls is labelled nearer its end, where others of the same box have parted.
  const along = Math.abs(end.y - start.y) > LEVEL_PX ? 0.78 : 0.5
  return { path, ...pointOf(start, end, along) }
}

/** A point of the curve: its ends are flat, so that it eases from one height to the other. */
function pointOf(start: Point, end: Point, along: number) {
  const eased = along * along * (3 - 2 * along)
  return {
    labelX: start.x + (end.x - start.x) * along,
    labelY: start.y + (end.y - start.y) * eased,
  }
}
