/** Packing instruction P650, layer by layer, as the API names its points. */
export const POINTS = [
  'leakproofPrimary',
  'leakproofSecondaryAbsorbent',
  'rigidOuter',
  'papersOutside',
] as const
export type Checklist = Readonly<Record<(typeof POINTS)[number], boolean>>

export const NOTHING_CHECKED: Checklist = {
  leakproofPrimary: false,
  leakproofSecondaryAbsorbent: false,
  rigidOuter: false,
  papersOutside: false,
}
