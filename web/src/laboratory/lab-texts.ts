import { defineTexts, type SameTexts } from '../texts/define-texts.js'

const fr = {
  arrivals: 'Arrivées',
  containers: 'Colis',
  column: {
    container: 'Colis',
    site: 'Expéditeur',
    state: 'État',
    storage: 'Conservation',
    tubes: 'Tubes',
    holder: 'Détenu par',
    expected: 'Arrivée prévue',
    deadline: 'Échéance',
    ideal: 'Idéal',
    maximum: 'Maximum',
  },
  tubes_one: '{{count}} tube',
  tubes_other: '{{count}} tubes',
  holder: {
    sender: 'Expéditeur',
    hub: 'Laboratoire',
    receiver: 'Destinataire',
    courier: 'Coursier',
    other: 'Personne hors application',
    establishment: 'Établissement',
    nobody: 'Personne',
  },
  holderNamed: '{{kind}} · {{name}}',
  noDeadline: 'Sans échéance',
  noExpected: 'Non planifiée',
  tooLate: 'après l’échéance',
  discrepancy: 'Écart',
} as const

const en: SameTexts<typeof fr> = {
  arrivals: 'Arrivals',
  containers: 'Containers',
  column: {
    container: 'Container',
    site: 'Sender',
    state: 'State',
    storage: 'Storage',
    tubes: 'Tubes',
    holder: 'Held by',
    expected: 'Expected',
    deadline: 'Deadline',
    ideal: 'Ideal',
    maximum: 'Maximum',
  },
  tubes_one: '{{count}} tube',
  tubes_other: '{{count}} tubes',
  holder: {
    sender: 'Sender',
    hub: 'Laboratory',
    receiver: 'Recipient',
    courier: 'Courier',
    other: 'Somebody outside the application',
    establishment: 'Establishment',
    nobody: 'Nobody',
  },
  holderNamed: '{{kind}} · {{name}}',
  noDeadline: 'No deadline',
  noExpected: 'Not planned',
  tooLate: 'after the deadline',
  discrepancy: 'Discrepancy',
}

/** Words that several pages of the laboratory share. */
export const useLabTexts = defineTexts('laboratory', { fr, en })
