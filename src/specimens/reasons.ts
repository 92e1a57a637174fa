import { z } from 'zod'
import { invalidField } from '../kernel/errors.js'
import type { Verdict } from './vocabulary.js'

interface Reason {
  readonly label: string
  /** What may be decided for this reason; the first is the usual one. */
  readonly verdicts: readonly Verdict[]
  readonly responsible: 'ward' | 'courier' | 'laboratory'
  readonly needsNewCollection: boolean
}

const REJECT = ['rejected'] as const
const REJECT_OR_RESERVE = ['rejected', 'accepted-with-reservation'] as const
const RESERVE_OR_REJECT = ['accepted-with-reservation', 'rejected'] as const
const MISSING = ['missing'] as const

/**
 * Why a tube is not simply accepted. Two capital letters: HL7 v2 table 0490. The others are the
 * transport causes that table lacks, and SNR of table 0493 (sample not received). In the order a bench
 * meets them: what was collected badly, what was labelled badly, what suffered on the way, the papers.
 */
export const REASONS = {
  RH: reason('Hémolyse', RESERVE_OR_REJECT, 'ward'),
  QS: reason('Quantité insuffisante', REJECT_OR_RESERVE, 'ward'),
  RC: reason('Échantillon coagulé', REJECT_OR_RESERVE, 'ward'),
  'wrong-tube': reason('Tube inadapté à l’examen', REJECT_OR_RESERVE, 'ward'),
  RM: reason('Étiquetage non conforme', REJECT_OR_RESERVE, 'ward'),
  RI: reason('Identification douteuse', REJECT_OR_RESERVE, 'ward'),
  RE: reason('Identité absente', REJECT, 'ward'),
  RA: reason('Identifiant du patient absent', REJECT, 'ward'),
  RS: reason('Identité mal orthographiée', REJECT_OR_RESERVE, 'ward'),
  RD: reason('Date de prélèvement absente', REJECT_OR_RESERVE, 'ward'),
  'delay-exceeded': reason('Délai de stabilité dépassé', REJECT_OR_RESERVE, 'courier'),
  RR: reason('Conservation non conforme', REJECT_OR_RESERVE, 'ward'),
  'temperature-excursion': reason('Excursion de température', REJECT_OR_RESERVE, 'courier'),
  leak: reason('Fuite ou souillure', REJECT_OR_RESERVE, 'ward'),
  RB: reason('Récipient cassé', REJECT, 'courier'),
  RN: reason('Contamination', REJECT_OR_RESERVE, 'ward'),
  EX: reason('Péremption du tube dépassée', REJECT_OR_RESERVE, 'ward'),
  'request-form-missing': reason('Bon d’examen absent', RESERVE_OR_REJECT, 'ward', false),
  RP: reason('Préleveur non identifié', RESERVE_OR_REJECT, 'ward', false),
  'barcode-unreadable': reason(
    'Code-barres illisible',
    ['accepted', 'accepted-with-reservation', 'rejected'],
    'ward',
    false,
  ),
  'packaging-non-compliant': reason('Emballage non conforme', RESERVE_OR_REJECT, 'ward', false),
  'wrong-destination': reason('Erreur de destination', RESERVE_OR_REJECT, 'courier', false),
  'unlisted-tube': reason('Tube non annoncé', RESERVE_OR_REJECT, 'ward', false),
  SNR: reason('Échantillon non reçu', MISSING, 'courier'),
  'lost-redraw': reason('Perdu, à prélever de nouveau', MISSING, 'courier'),
  'lost-irreplaceable': reason('Perdu, irremplaçable', MISSING, 'courier', false),
} as const satisfies Record<string, Reason>

type Responsible = Reason['responsible']

function reason<const Verdicts extends readonly Verdict[]>(
  label: string,
  verdicts: Verdicts,
  responsible: Responsible,
  needsNewCollection = true,
) {
  return { label, verdicts, responsible, needsNewCollection }
}

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code)
export type ReasonCode = keyof typeof REASONS
export const REASON_CODES = Object.keys(REASONS).filter(isReasonCode)
export const ReasonCode = z.enum(REASON_CODES)

interface VerdictGiven {
  readonly verdict: Verdict
  readonly inputMode: 'scan' | 'hand'
  readonly reasonCode?: ReasonCode | undefined
  readonly comment: string
}

/**
 * Everything but a plain acceptance by scan says why, with a reason made for it; a code confirmed by
 * hand says why it could not be scanned.
 * @throws DomainError `invalid-input` naming the field
 */
export function requireReason({ verdict, inputMode, reasonCode, comment }: VerdictGiven): void {
  if (verdict !== 'accepted' && reasonCode === undefined) {
    throw invalidField('reasonCode', 'Give the reason of this verdict')
  }
  if (reasonCode !== undefined && !allowedVerdicts(reasonCode).includes(verdict)) {
    const allowed = allowedVerdicts(reasonCode).join(', ')
    throw invalidField('reasonCode', `This reason goes with: ${allowed}`)
  }
  if (inputMode === 'hand' && reasonCode === undefined && comment === '') {
    throw invalidField('comment', 'Confirmed by hand: say why the code could not be scanned')
  }
}

const allowedVerdicts = (code: ReasonCode): readonly Verdict[] => REASONS[code].verdicts

/** Refuses the verdict `missing` by scan: a tube that is scanned is there. */
export function requirePossible({ verdict, inputMode }: VerdictGiven): void {
  if (verdict === 'missing' && inputMode === 'scan') {
    throw invalidField('inputMode', 'A tube that was scanned is not missing')
  }
}
