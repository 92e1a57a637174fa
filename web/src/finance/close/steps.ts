/** The path of a closing, in the order it is walked. */
export const STEPS = ['checks', 'charges', 'keys', 'simulate', 'review', 'close'] as const
export type Step = (typeof STEPS)[number]

const SLUGS = {
  checks: 'controles',
  charges: 'charges',
  keys: 'cles',
  simulate: 'simulation',
  review: 'ecarts',
  close: 'cloture',
} as const satisfies Record<Step, string>

/** A step by its word in the address; the first one otherwise. */
export const stepAt = (slug: string | undefined): Step =>
  STEPS.find((step) => SLUGS[step] === slug) ?? 'checks'
export const slugOf = (step: Step): string => SLUGS[step]
export const numberOf = (step: Step): number => STEPS.indexOf(step) + 1
