import type { OrderView } from '../../../../src/orders/view-schema.js'
import type { Reason } from '../orders/decisions.js'

/** One lot to take at one place for one line. */
export interface Step {
  readonly key: string
  readonly lineId: string
  readonly product: OrderView['lines'][number]['product']
  readonly lotNumber: string
  readonly expiresOn: string
  readonly place: string
  readonly units: number
  readonly left: number
}

/** What was set aside, by the key of its step, with the reason if one was given. */
export type Aside = ReadonlyMap<string, { readonly reason: Reason; readonly comment: string }>

/** The walk: place by place, then the earliest expiry first. */
export function stepsOf({ lines }: Pick<OrderView, 'lines'>): Step[] {
  return lines
    .flatMap(({ id, product, allocations }) =>
      allocations.map((kept) => ({
        key: `${id} ${kept.lotId} ${kept.locationId}`,
        lineId: id,
        product,
        lotNumber: kept.lotNumber,
        expiresOn: kept.expiresOn,
        place: kept.locationName,
        units: kept.units,
        left: kept.units - kept.pickedUnits,
      })),
    )
    .toSorted(
      (a, b) =>
        a.place.localeCompare(b.place, 'fr') ||
        a.product.denomination.localeCompare(b.product.denomination, 'fr') ||
        a.expiresOn.localeCompare(b.expiresOn),
    )
}

/** The step chosen by hand while it is open, else the first that is neither taken nor set aside. */
export function currentStep(
  steps: readonly Step[],
  aside: Aside,
  chosenKey: string | undefined,
): Step | undefined {
  const open = steps.filter(({ key, left }) => left > 0 && !aside.has(key))
  return open.find(({ key }) => key === chosenKey) ?? open[0]
}

export interface ShortLine {
  readonly lineId: string
  readonly denomination: string
  readonly missing: number
  readonly stepKeys: readonly string[]
  readonly reason: Reason | undefined
  readonly comment: string
}

/** The lines that end with less than was kept for them. */
export function shortLinesOf(steps: readonly Step[], aside: Aside): ShortLine[] {
  const short = steps.filter(({ left }) => left > 0)
  return [...new Set(short.map(({ lineId }) => lineId))].map((lineId) => {
    const open = short.filter((step) => step.lineId === lineId)
    const said = open.map(({ key }) => aside.get(key)).find((one) => one !== undefined)
    return {
      lineId,
      denomination: open[0]?.product.denomination ?? '',
      missing: open.reduce((sum, { left }) => sum + left, 0),
      stepKeys: open.map(({ key }) => key),
      reason: said?.reason,
      comment: said?.comment ?? '',
    }
  })
}

/** A scanner's code is sent as it was read; what a hand types is a lot number unless it is a whole code. */
export function takenFrom(step: Step, code: string, mode: 'scan' | 'hand') {
  const isCode = mode === 'scan' || /^\d{16,}|^\(01\)|^\]/.test(code)
  if (isCode) return { scan: code }
  const isSame = code.localeCompare(step.lotNumber, 'fr', { sensitivity: 'base' }) === 0
  return { productId: step.product.id, lotNumber: isSame ? step.lotNumber : code }
}
