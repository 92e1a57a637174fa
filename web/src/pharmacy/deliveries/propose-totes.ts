import type { OrderView } from '../../../../src/orders/view-schema.js'

/** Units of one lot, picked for one line. */
export interface Packable {
  readonly key: string
  readonly lineId: string
  readonly lotNumber: string
  readonly denomination: string
  readonly storageClass: string
  readonly isNarcotic: boolean
  readonly units: number
}

export interface DraftTote {
  readonly key: string
  readonly storageClass: string
  readonly seal: string
  readonly logger: string
  /** By the key of what is packed. */
  readonly units: Readonly<Record<string, number>>
}

/** What was picked, one lot once: the same lot may lie in two places. */
export function packablesOf(lines: OrderView['lines']): Packable[] {
  const byKey = new Map<string, Packable>()
  for (const { id, product, allocations } of lines) {
    for (const { lotNumber, units } of allocations) {
      const key = `${id} ${lotNumber}`
      byKey.set(key, {
        key,
        lineId: id,
        lotNumber,
        denomination: product.denomination,
        storageClass: product.storageClass,
        isNarcotic: product.isNarcotic,
        units: units + (byKey.get(key)?.units ?? 0),
      })
    }
  }
  return [...byKey.values()]
}

/** One tote for each storage class, holding everything of it. */
export function proposeTotes(packables: readonly Packable[]): DraftTote[] {
  const classes = [...new Set(packables.map(({ storageClass }) => storageClass))]
  return classes.map((storageClass) => ({
    ...emptyTote(storageClass),
    units: Object.fromEntries(
      packables
        .filter((packable) => packable.storageClass === storageClass)
        .map(({ key, units }) => [key, units]),
    ),
  }))
}

export const emptyTote = (storageClass: string): DraftTote => ({
  key: crypto.randomUUID(),
  storageClass,
  seal: '',
  logger: '',
  units: {},
})

/**
 * Puts `wanted` units of something into a tote; the others of its class give or take the difference, so
 * that every unit stays in exactly one tote.
 */
export function moveUnits(
  totes: readonly DraftTote[],
  { toteKey, packable, wanted }: { toteKey: string; packable: Packable; wanted: number },
): DraftTote[] {
  const held = (tote: DraftTote): number => tote.units[packable.key] ?? 0
  const others = totes.filter(
    ({ key, storageClass }) => key !== toteKey && storageClass === packable.storageClass,
  )
  if (others.length === 0) return [...totes]
  const target = Math.max(0, Math.min(packable.units, wanted))
  let rest = packable.units - target
  const shares = new Map<string, number>([[toteKey, target]])
  for (const [i, tote] of others.entries()) {
    const isLast = i === others.length - 1
    const share = isLast ? rest : Math.min(rest, held(tote))
    shares.set(tote.key, share)
    rest -= share
  }
  return totes.map((tote) => {
    const share = shares.get(tote.key)
    return share === undefined ? tote : { ...tote, units: { ...tote.units, [packable.key]: share } }
  })
}

/** Takes a tote away; what it held goes to another of its class. */
export function removeTote(totes: readonly DraftTote[], toteKey: string): DraftTote[] {
  const gone = totes.find(({ key }) => key === toteKey)
  const heir = totes.find(
    ({ key, storageClass }) => key !== toteKey && storageClass === gone?.storageClass,
  )
  if (gone === undefined || heir === undefined) return [...totes]
  const units = { ...heir.units }
  for (const [key, count] of Object.entries(gone.units)) units[key] = (units[key] ?? 0) + count
  return totes
    .filter(({ key }) => key !== toteKey)
    .map((tote) => (tote.key === heir.key ? { ...tote, units } : tote))
}

export const isEmpty = (tote: DraftTote): boolean =>
  Object.values(tote.units).every((units) => units === 0)
export const isCold = ({ storageClass }: Pick<DraftTote, 'storageClass'>): boolean =>
  storageClass !== 'ambient'
export const holdsNarcotics = (tote: DraftTote, packables: readonly Packable[]): boolean =>
  packables.some(({ key, isNarcotic }) => isNarcotic && (tote.units[key] ?? 0) > 0)

/** What the server would refuse: said before it is asked. */
export const isIncomplete = (tote: DraftTote, packables: readonly Packable[]): boolean =>
  isEmpty(tote) ||
  (isCold(tote) && tote.logger.trim() === '') ||
  (holdsNarcotics(tote, packables) && tote.seal.trim() === '')
