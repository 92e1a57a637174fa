import type { ShipmentSummary } from '../../../../src/specimens/view-schema.js'

export const STAGES = ['bench', 'way', 'waiting'] as const
export type Stage = (typeof STAGES)[number]

/** Where a container stands, as the bench thinks of it. */
export const stageOf = ({ state }: Pick<ShipmentSummary, 'state'>): Stage =>
  state === 'delivered' || state === 'receiving'
    ? 'bench'
    : state === 'in-transit'
      ? 'way'
      : 'waiting'

export const SOON_MINUTES = 60

const msLeft = (instant: string, now: number): number => Date.parse(instant) - now

export const isLate = ({ deadlineAt }: Pick<ShipmentSummary, 'deadlineAt'>, now: number): boolean =>
  deadlineAt !== null && msLeft(deadlineAt, now) < 0

export const isSoon = ({ deadlineAt }: Pick<ShipmentSummary, 'deadlineAt'>, now: number): boolean =>
  deadlineAt !== null &&
  msLeft(deadlineAt, now) >= 0 &&
  msLeft(deadlineAt, now) < SOON_MINUTES * 60_000

type Coming = Pick<ShipmentSummary, 'state' | 'expectedAt'>

/**
 * The container that should come through the door next: on its way, or sealed for a run that is still to
 * arrive. One that its run has left behind is not coming.
 */
export function nextArrival<Each extends Coming>(
  shipments: readonly Each[],
  now: number,
): Each | undefined {
  return shipments
    .filter(({ state, expectedAt }) => {
      if (expectedAt === null) return false
      return state === 'in-transit' || (state === 'sealed' && Date.parse(expectedAt) > now)
    })
    .toSorted((a, b) => (a.expectedAt ?? '').localeCompare(b.expectedAt ?? ''))[0]
}

/** Whether it comes through the door only after its tubes have expired. */
export const comesTooLate = ({
  expectedAt,
  deadlineAt,
}: Pick<ShipmentSummary, 'expectedAt' | 'deadlineAt'>): boolean =>
  expectedAt !== null && deadlineAt !== null && expectedAt > deadlineAt
