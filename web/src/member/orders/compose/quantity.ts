/**
 * What was typed as a quantity, in units: `240`, or `2x` for two of the pack, `2x30` for two packs of
 * thirty. Undefined when it is neither.
 */
export function parseQuantity(typed: string, unitsPerPack: number | undefined): number | undefined {
  const text = typed.replaceAll(/[\s\u202f\u00a0]/g, '')
  if (/^\d{1,6}$/.test(text)) return Number(text)
  const match = /^(\d{1,4})[x*b×](\d{1,5})?$/i.exec(text)
  if (match === null) return undefined
  const packs = Number(match[1])
  const size = match[2] === undefined ? unitsPerPack : Number(match[2])
  return size === undefined ? undefined : packs * size
}

/** The largest pack that divides these units, with how many of them; none when no pack fits exactly. */
export function inPacks(
  units: number,
  sizes: readonly number[],
): { readonly packs: number; readonly size: number } | undefined {
  const size = sizes.filter((each) => each > 1 && units % each === 0).toSorted((a, b) => b - a)[0]
  return size === undefined || units === 0 ? undefined : { packs: units / size, size }
}
