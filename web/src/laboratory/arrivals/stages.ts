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

/** The container that should come through the door next. */
export function nextArrival(shipments: readonly ShipmentSummary[]): ShipmentSummary | undefined {
  return shipments
    .filter(({ state, expectedAt }) => state === 'in-transit' && expectedAt !== null)
    .toSorted((a, b) => (a.expectedAt ?? '').localeCompare(b.expectedAt ?? ''))[0]
}

/** Whether it comes through the door only after its tubes have expired. */
export const comesTooLate = ({
  expectedAt,
  deadlineAt,
}: Pick<ShipmentSummary, 'expectedAt' | 'deadlineAt'>): boolean =>
  expectedAt !== null && deadlineAt !== null && expectedAt > deadlineAt
