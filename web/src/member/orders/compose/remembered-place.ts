/** Where a person usually orders for: kept on this device, per establishment. */
export interface RememberedPlace {
  readonly careUnitId?: string
  readonly deliveryPointId?: string
}

const keyOf = (establishmentId: string): string => `navette-order-place-${establishmentId}`

export function rememberedPlace(establishmentId: string): RememberedPlace {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(establishmentId)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const text = (name: string): string | undefined => {
      const value: unknown = Object.entries(kept).find(([key]) => key === name)?.[1]
      return typeof value === 'string' ? value : undefined
    }
    const [careUnitId, deliveryPointId] = [text('careUnitId'), text('deliveryPointId')]
    return {
      ...(careUnitId !== undefined && { careUnitId }),
      ...(deliveryPointId !== undefined && { deliveryPointId }),
    }
  } catch {
    return {}
  }
}

export const rememberPlace = (establishmentId: string, place: RememberedPlace): void =>
  localStorage.setItem(keyOf(establishmentId), JSON.stringify(place))
