import type { Order } from '../order-queries.js'
import { isOrderKind, type OrderKind } from './draft-calls.js'
import { rememberedPlace } from './remembered-place.js'
import type { Settings } from './use-basket.js'

export interface Place {
  readonly id: string
  readonly name: string
}

/** What an order is composed from: the places of the establishment, its drafts, a former order. */
export interface Sources {
  readonly careUnits: readonly Place[]
  readonly points: readonly Place[]
  readonly initial: { readonly main: Order | undefined; readonly narcotics: Order | undefined }
  readonly model: Order | undefined
}

interface Start {
  readonly careUnitId: string | undefined
  readonly kind: OrderKind
  readonly settings: Settings
}

const knownId = (places: readonly Place[], id: string | undefined): string | undefined =>
  places.some((place) => place.id === id) ? id : undefined

/** Where an order begins: as its draft says, else as last time, else with the first place there is. */
export function startOf(
  establishmentId: string,
  { careUnits, points, initial, model }: Sources,
): Start {
  const first = initial.main ?? initial.narcotics ?? model
  const remembered = rememberedPlace(establishmentId)
  return {
    careUnitId:
      first?.careUnit?.id ?? knownId(careUnits, remembered.careUnitId) ?? careUnits[0]?.id,
    kind: initial.main && isOrderKind(initial.main.kind) ? initial.main.kind : 'allotment',
    settings: {
      deliveryPointId:
        first?.deliveryPoint.id ??
        knownId(points, remembered.deliveryPointId) ??
        points[0]?.id ??
        '',
      priority: first?.priority === 'urgent' ? 'urgent' : 'normal',
      comment: (initial.main ?? initial.narcotics)?.comment ?? '',
    },
  }
}
