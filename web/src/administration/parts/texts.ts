import { defineTexts, type SameTexts } from '../../texts/define-texts.js'

const fr = {
  today: 'aujourd’hui',
  copied: 'Copié',
  copy: 'Copier',
  create: 'Créer',
  change: 'Modifier',
  changeOf: 'Modifier {{name}}',
  wholeGrouping: 'Tout le groupement',
  noEnd: 'sans fin',
  none: 'Aucun',
  notSaid: 'Non renseigné',
  from: 'Premier jour',
  to: 'Dernier jour',
  toHint: 'Compris. Laissez vide s’il n’y a pas de fin prévue.',
  actions: 'Actions',
  tableOf: '{{what}}, en tableau',
  range: 'du {{from}} au {{to}}',
  since: 'depuis le {{from}}',
  coming: 'à partir du {{from}}',
  withdrawn: 'le {{from}}, retiré avant la fin de ce jour',
} as const

const en: SameTexts<typeof fr> = {
  today: 'today',
  copied: 'Copied',
  copy: 'Copy',
  create: 'Create',
  change: 'Change',
  changeOf: 'Change {{name}}',
  wholeGrouping: 'The whole grouping',
  noEnd: 'no end',
  none: 'None',
  notSaid: 'Not given',
  from: 'First day',
  to: 'Last day',
  toHint: 'Included. Leave empty when no end is foreseen.',
  actions: 'Actions',
  tableOf: '{{what}}, as a table',
  range: 'from {{from}} to {{to}}',
  since: 'since {{from}}',
  coming: 'from {{from}} on',
  withdrawn: '{{from}}, taken back before the end of that day',
}

export const useAdministrationTexts = defineTexts('administration', { fr, en })
