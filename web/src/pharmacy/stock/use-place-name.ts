import { useStockTexts } from './texts/index.js'

interface Place {
  readonly kind: string
  readonly name: string
  readonly establishmentName: string | null
}

/** A place of the hub by its name; one of a member by what it is and whose. */
export function usePlaceName(): (place: Place) => string {
  const t = useStockTexts()
  return ({ kind, name, establishmentName }) =>
    establishmentName === null ? name : `${t.word('placeKind', kind)} ${establishmentName}`
}
