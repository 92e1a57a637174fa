import type { Closing } from './use-closing.js'

/** What every step of the path is given. */
export interface StepProps {
  readonly closing: Closing
  readonly mayAct: boolean
}
