import type { ReasonCode } from '../../../../src/specimens/reasons.js'
import type { Tone } from '../../ui/marks/tone.js'

/** The last thing the bench said, in 40 px. */
export interface Said {
  readonly tone: Tone
  readonly words: string
  readonly detail: string
  /** The tube it is about, for a correction in one gesture. */
  readonly tubeCode?: string
  /** Another container, which can be opened instead. */
  readonly other?: { readonly shipmentId: string; readonly number: string }
}

export interface Deciding {
  readonly tubeCode: string
  readonly inputMode: 'scan' | 'hand'
  readonly verdict: 'accepted' | 'accepted-with-reservation' | 'rejected' | 'missing'
  readonly reasonCode?: ReasonCode
}
