import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { today } from '../../texts/formats.js'

export type TemplateState = 'running' | 'held' | 'holding' | 'ended' | 'coming'

/** How a recurring run stands today. */
export function templateState(template: RunTemplateView): TemplateState {
  const { validFrom, validTo, heldFrom, heldTo } = template
  const day = today()
  if (validTo !== null && validTo < day) return 'ended'
  if (heldFrom !== null && (heldTo === null || heldTo >= day)) {
    return heldFrom <= day ? 'held' : 'holding'
  }
  return validFrom > day ? 'coming' : 'running'
}

export const TEMPLATE_TONES = {
  running: 'ok',
  held: 'stop',
  holding: 'warn',
  ended: 'neutral',
  coming: 'info',
} as const satisfies Record<TemplateState, string>
