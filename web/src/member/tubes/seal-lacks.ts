import { type Checklist, POINTS } from './packing-points.js'

const LACKS = ['times', 'checklist', 'number', 'logger', 'reason'] as const
/** What a container cannot be sealed without. */
export type SealLack = (typeof LACKS)[number]

interface SealSaid {
  readonly checklist: Checklist
  readonly sealNumber: string
  readonly loggerId: string
  readonly reason: string
}

interface Asked {
  readonly tubes: readonly { readonly collectedAt: string | null }[]
  readonly needsLogger: boolean
  readonly needsReason: boolean
}

/** What is still missing before a container can be sealed, in the order of the form. */
export function sealLacks(said: SealSaid, { tubes, needsLogger, needsReason }: Asked): SealLack[] {
  const isMissing: Readonly<Record<SealLack, boolean>> = {
    times: tubes.some(({ collectedAt }) => collectedAt === null),
    checklist: POINTS.some((point) => !said.checklist[point]),
    number: said.sealNumber.trim() === '',
    logger: needsLogger && said.loggerId.trim() === '',
    reason: needsReason && said.reason.trim() === '',
  }
  return LACKS.filter((lack) => isMissing[lack])
}
