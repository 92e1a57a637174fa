import { useQuery } from '@tanstack/react-query'
import type { TodayView } from '../../../../src/today/schema.js'
import { usePlaceChoice } from '../place.js'
import { SPACES } from '../spaces.js'
import { todayQuery } from '../today.js'

const NONE: Readonly<Record<string, number>> = {}
const MINUTE_MS = 60_000

/** What waits in each section, by its path: only what somebody is to act on. */
export function useCounts(): Readonly<Record<string, number>> {
  const choice = usePlaceChoice()
  const place = choice?.place
  const isMember = place?.groupings.every(({ id }) => id !== place.id)
  const { data } = useQuery({
    ...todayQuery({ place: isMember ? 'establishment' : 'grouping' }, place ?? { id: '' }),
    enabled: place !== undefined,
    refetchInterval: MINUTE_MS,
  })
  return data === undefined ? NONE : countsOf(data)
}

function countsOf({ pharmacy, laboratory, member }: TodayView): Readonly<Record<string, number>> {
  return {
    ...(pharmacy && {
      [sectionOf('orders')]:
        of(pharmacy.orders, 'submitted') + pharmacy.toAllocate + of(pharmacy.orders, 'picked'),
      [sectionOf('picking')]: of(pharmacy.orders, 'allocated') + of(pharmacy.orders, 'picking'),
      [sectionOf('deliveries')]: of(pharmacy.orders, 'released') + pharmacy.deliveries.late,
      [sectionOf('discrepancies')]: pharmacy.openDiscrepancies,
    }),
    ...(laboratory && {
      [sectionOf('arrivals')]: laboratory.arrived + laboratory.receiving,
      [sectionOf('alarms')]: laboratory.openAlarms,
    }),
    ...(member && {
      [sectionOf('memberOrders')]: of(member.orders, 'draft'),
      [sectionOf('incoming')]: member.deliveriesToReceive,
      [sectionOf('shipments')]: member.shipmentDrafts,
      '/etablissement/releves': member.statementsToRead,
    }),
  }
}

const of = (counts: Readonly<Record<string, number>>, state: string): number => counts[state] ?? 0

const sectionOf = (id: string): string =>
  SPACES.flatMap(({ sections }) => sections).find((section) => section.id === id)?.path ?? id
