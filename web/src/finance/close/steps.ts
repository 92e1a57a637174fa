/** The path of a closing, in the order it is walked. */
export const STEPS = ['checks', 'charges', 'keys', 'simulate', 'review', 'close'] as const
export type Step = (typeof STEPS)[number]

export const stepAt = (number: string | undefined): Step =>
  STEPS[Number(number ?? '1') - 1] ?? 'checks'
export const numberOf = (step: Step): number => STEPS.indexOf(step) + 1
