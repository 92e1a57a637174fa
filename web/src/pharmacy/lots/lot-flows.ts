import type { LotTraceView } from '../../../../src/stock/schema.js'

export type Movement = LotTraceView['movements'][number]

/** A place of the lot's path: the hub's by what they are called, a member's by whose they are. */
export interface PlaceNode {
  readonly key: string
  readonly kind: string
  readonly name: string
  readonly establishmentName: string | null
  readonly column: number
  readonly inUnits: number
  readonly outUnits: number
}

export interface Flow {
  readonly from: string
  readonly to: string
  readonly units: number
}

const COLUMNS: Readonly<Record<string, number>> = {
  supplier: 0,
  store: 1,
  'to-destroy': 1,
  'in-transit': 2,
  'member-store': 3,
  quarantine: 3,
  consumed: 4,
  destroyed: 4,
  loss: 4,
}

const isOfMember = (kind: string): boolean => kind === 'in-transit' || kind === 'member-store'

type Side = Pick<PlaceNode, 'key' | 'kind' | 'name' | 'establishmentName'>

function sideOf(kind: string, name: string, { establishmentName }: Movement): Side {
  const whose = isOfMember(kind) ? establishmentName : null
  return { key: `${kind}/${whose ?? name}`, kind, name, establishmentName: whose }
}

export const sourceOf = (movement: Movement): Side =>
  sideOf(movement.fromKind, movement.fromName, movement)
export const targetOf = (movement: Movement): Side =>
  sideOf(movement.toKind, movement.toName, movement)

const ARROW = '\u0000'

/**
 * The movements of a lot as flows between places. A reversal is taken off the flow it is the contrary
 * of: what was undone did not go anywhere.
 */
export function flowsOf(movements: readonly Movement[]): {
  readonly nodes: PlaceNode[]
  readonly flows: Flow[]
} {
  const sides = new Map<string, Side>()
  const units = new Map<string, number>()
  for (const movement of movements) {
    const [source, target] = [sourceOf(movement), targetOf(movement)]
    sides.set(source.key, source).set(target.key, target)
    const isReversal = movement.reversesId !== null
    const edge = isReversal
      ? `${target.key}${ARROW}${source.key}`
      : `${source.key}${ARROW}${target.key}`
    units.set(edge, (units.get(edge) ?? 0) + (isReversal ? -movement.units : movement.units))
  }
  const flows = [...units].flatMap(([edge, total]): Flow[] => {
    const [from = '', to = ''] = edge.split(ARROW)
    return total > 0 ? [{ from, to, units: total }] : []
  })
  const sum = (side: 'from' | 'to', key: string) =>
    flows.reduce((total, flow) => total + (flow[side] === key ? flow.units : 0), 0)
  const nodes = [...sides.values()].map((side) => ({
    ...side,
    column: COLUMNS[side.kind] ?? 1,
    inUnits: sum('to', side.key),
    outUnits: sum('from', side.key),
  }))
  return { nodes: nodes.filter(({ inUnits, outUnits }) => inUnits + outUnits > 0), flows }
}
