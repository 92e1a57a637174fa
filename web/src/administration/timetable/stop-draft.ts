import type { RunTemplateView } from '../../../../src/courier/template-schema.js'

/** One stop as it is typed. */
export interface StopDraft {
  establishmentId: string | null
  deliveryPointId: string | null
  offsetMinutes: number | string
  delivers: boolean
  collectsSpecimens: boolean
}

const GAP_MINUTES = 20

/** A new stop, twenty minutes after the last one. */
export const newStop = (stops: readonly StopDraft[]): StopDraft => ({
  establishmentId: null,
  deliveryPointId: null,
  offsetMinutes: Number(stops.at(-1)?.offsetMinutes ?? 0) + GAP_MINUTES,
  delivers: true,
  collectsSpecimens: false,
})

export const draftsOf = ({ stops }: RunTemplateView): StopDraft[] =>
  stops.map(({ establishmentId, deliveryPointId, offsetMinutes, delivers, collectsSpecimens }) => ({
    establishmentId,
    deliveryPointId,
    offsetMinutes,
    delivers,
    collectsSpecimens,
  }))

/** As the API takes them; the server says which one lacks what. */
export const asStops = (stops: readonly StopDraft[]) =>
  stops.map((stop) => ({
    ...stop,
    establishmentId: stop.establishmentId ?? '',
    deliveryPointId: stop.deliveryPointId ?? '',
    offsetMinutes: Number(stop.offsetMinutes),
  }))
