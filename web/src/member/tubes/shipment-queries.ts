import { queryOptions } from '@tanstack/react-query'
import type { ShipmentSummary, ShipmentView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'

export type Shipment = ShipmentView
export type ShipmentRow = ShipmentSummary
export type Tube = ShipmentView['tubes'][number]

export const TEMPERATURE_CLASSES = [
  'ambient',
  'cold',
  'frozen',
  'deep-frozen',
  'melting-ice',
  'body',
] as const
export type TemperatureClass = (typeof TEMPERATURE_CLASSES)[number]

export const shipmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['specimen-shipments', id],
    queryFn: () => read(api['specimen-shipments'][':id'].$get({ param: { id } })),
  })

/** The run that would take the container now, and whether it is in time for its tubes. */
export const pickUpQuery = (id: string, tubeCount: number) =>
  queryOptions({
    queryKey: ['specimen-shipments', id, 'pick-up', tubeCount],
    queryFn: () => read(api['specimen-shipments'][':id']['pick-up'].$get({ param: { id } })),
    refetchInterval: 60_000,
  })

export const OPEN_STATES = [
  'draft',
  'sealed',
  'in-transit',
  'delivered',
  'receiving',
  'lost',
] as const

export const openShipmentsQuery = (establishmentId: string, groupingId: string) =>
  queryOptions({
    queryKey: ['specimen-shipments', 'open', establishmentId, groupingId],
    queryFn: () =>
      read(
        api['specimen-shipments'].$get({
          query: { establishmentId, groupingId, state: OPEN_STATES.join(','), limit: '100' },
        }),
      ),
  })

export const examsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['exams', groupingId],
    queryFn: () => read(api.exams.$get({ query: { groupingId, limit: '200' } })),
    staleTime: 10 * 60_000,
  })

/** How long each exam holds, and in which tubes. */
export const tubeRulesQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['stability-rules', 'tubes', groupingId],
    queryFn: () => read(api['stability-rules'].$get({ query: { groupingId, limit: '200' } })),
    staleTime: 10 * 60_000,
  })

/** Alarms nobody looks after yet. */
export const alarmsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['deadline-alarms', groupingId, 'open'],
    queryFn: () =>
      read(
        api['deadline-alarms'].$get({ query: { groupingId, acknowledged: 'false', limit: '50' } }),
      ),
  })
