import type { StabilityRuleView } from '../../../../src/specimens/view-schema.js'

/** Whether a version holds on a civil day. */
export function validityOn(
  { validFrom, validTo }: Pick<StabilityRuleView, 'validFrom' | 'validTo'>,
  day: string,
): 'inForce' | 'ended' | 'toCome' {
  if (validFrom > day) return 'toCome'
  return validTo !== null && validTo < day ? 'ended' : 'inForce'
}
