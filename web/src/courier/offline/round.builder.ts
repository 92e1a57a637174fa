import type { RunStopView, RunView } from '../../../../src/courier/run-schema.js'
import { calendarDate } from '../../../../src/kernel/calendar.js'
import {
  DeliveryId,
  DeliveryPointId,
  EstablishmentId,
  GroupingId,
  OrderId,
  RunId,
  RunStopId,
  SpecimenShipmentId,
} from '../../../../src/kernel/ids.js'
import type { CommandAct, EventAct, KnownRun, WireEvent } from './model.js'

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const PHARMACY = uuid(1)
export const LABORATORY = uuid(2)
export const HUB = uuid(10)
export const FLEURS = uuid(11)
export const SOLEMNES = uuid(12)
export const RUN = uuid(100)
export const FIRST = uuid(201)
export const SECOND = uuid(202)
export const COURIER = uuid(300)

export const minute = (n: number): string => new Date(Date.UTC(2026, 10, 30, 9, n)).toISOString()

const stop = (id: string, position: number, wish: Partial<RunStopView> = {}): RunStopView => ({
  id: RunStopId.parse(id),
  position,
  establishmentId: EstablishmentId.parse(FLEURS),
  establishmentName: 'La Cité des Fleurs',
  shortName: 'Cité des Fleurs',
  address: ['1 rue de Dieppe', '92400 Courbevoie'],
  phone: null,
  latitude: null,
  longitude: null,
  deliveryPointId: DeliveryPointId.parse(uuid(400 + position)),
  deliveryPointName: 'Quai B',
  instructions: '',
  plannedAt: minute(20 * position),
  delivers: true,
  collectsSpecimens: true,
  state: 'pending',
  arrivedAt: null,
  closedAt: null,
  reason: null,
  deliveries: [],
  shipments: [],
  ...wish,
})

export const delivery = (
  codes: readonly string[],
  wish: Partial<RunStopView['deliveries'][number]> = {},
): RunStopView['deliveries'][number] => ({
  id: DeliveryId.parse(uuid(500)),
  orderId: OrderId.parse(uuid(501)),
  orderNumber: 'C-2026-00418',
  noteNumber: 'BL-2026-00042',
  state: 'dispatched',
  isUrgent: false,
  hasNarcotics: false,
  totes: codes.map((code) => ({ code, storageClass: 'cold', sealNumber: null, loggerId: null })),
  ...wish,
})

export const shipment = (
  containerCode: string,
  wish: Partial<RunStopView['shipments'][number]> = {},
): RunStopView['shipments'][number] => ({
  id: SpecimenShipmentId.parse(uuid(600)),
  groupingId: GroupingId.parse(LABORATORY),
  number: 'LB-2026-00106',
  containerCode,
  temperatureClass: 'ambient',
  state: 'sealed',
  sealNumber: null,
  deadlineAt: minute(120),
  ...wish,
})

/** Two stops: BAC-1 and BAC-2 to hand over and SAC-1 to take at the first, BAC-3 at the second. */
export function round(wish: Partial<RunView> = {}): KnownRun {
  const run: RunView = {
    id: RunId.parse(RUN),
    groupingId: GroupingId.parse(PHARMACY),
    templateId: null,
    number: 'T-2026-00098',
    name: 'Tournée du matin',
    serviceOn: calendarDate('2026-11-30'),
    departsAt: minute(0),
    cutoffAt: minute(0),
    state: 'started',
    courierId: null,
    courierName: null,
    startedAt: minute(0),
    endedAt: null,
    reason: null,
    stops: [
      stop(FIRST, 1, {
        deliveries: [delivery(['BAC-1', 'BAC-2'])],
        shipments: [shipment('SAC-1')],
      }),
      stop(SECOND, 2, {
        establishmentId: EstablishmentId.parse(SOLEMNES),
        shortName: 'Solemnes',
        deliveries: [delivery(['BAC-3'])],
      }),
    ],
    ...wish,
  }
  const hub = { establishmentId: HUB, name: 'Hôpital Foch' }
  return {
    id: RUN,
    userId: COURIER,
    run,
    hubs: {
      [PHARMACY]: { ...hub, kind: 'pharmacy' },
      [LABORATORY]: { ...hub, kind: 'laboratory' },
    },
    readAt: minute(0),
  }
}

export function eventAct(
  position: number,
  event: Pick<WireEvent, 'kind'> & Partial<WireEvent>,
  wish: Partial<Omit<EventAct, 'event' | 'type'>> = {},
): EventAct {
  const id = uuid(1000 + position)
  const at = wish.at ?? minute(position)
  return {
    type: 'event',
    position,
    id,
    userId: COURIER,
    runId: RUN,
    at,
    state: 'waiting',
    ...wish,
    event: {
      eventId: id,
      sequence: position,
      runId: RUN,
      inputMode: 'camera',
      deviceAt: at,
      ...event,
    },
  }
}

export const commandAct = (
  position: number,
  command: CommandAct['command'],
  wish: Partial<CommandAct> = {},
): CommandAct => ({
  type: 'command',
  position,
  id: uuid(1000 + position),
  userId: COURIER,
  runId: RUN,
  at: minute(position),
  state: 'waiting',
  command,
  ...wish,
})
