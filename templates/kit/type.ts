/** Points per millimetre: PDF counts in 1/72 inch, paper in millimetres. */
const POINTS_PER_MM = 72 / 25.4

/** Millimetres → points. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM

/** Sizes in points; one scale for every document. */
export const size = { title: 20, heading: 11.5, body: 9, small: 7.5, tiny: 6.5 } as const

/** Distance between two baselines, as a multiple of the size. */
export const LEADING = 1.28

/** The paper palette: every pair stays readable when printed in grey. */
export const colour = {
  ink: '#1B2430',
  muted: '#566070',
  rule: '#C3CAD3',
  shade: '#F0F3F6',
  accent: '#0B6B6F',
  cold: '#1F6FB2',
  ambient: '#6B7280',
  frozen: '#4B3FA7',
  narcotic: '#A3123A',
  black: '#000000',
  white: '#FFFFFF',
} as const
