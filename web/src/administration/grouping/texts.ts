import { defineTexts, type SameTexts } from '../../texts/define-texts.js'

const fr = {
  title: 'Groupement',
  subtitle: 'Ce que les documents impriment de lui, son heure et son régime de TVA.',
  legal: 'Identité légale',
  rules: 'Règles',
  printed: 'Mentions imprimées',
  printedHint:
    'Imprimées sur les documents émis à partir de maintenant\u00a0; ceux qui sont déjà émis ne changent pas.',
  fact: {
    name: 'Nom',
    kind: 'Nature',
    code: 'Code dans les numéros de document',
    legalForm: 'Forme juridique',
    address: 'Adresse',
    phone: 'Téléphone',
    hub: 'Site central',
    timeZone: 'Fuseau horaire',
    vat: 'Régime de TVA',
    responsible: 'Responsable',
    responsiblePhone: 'Téléphone du responsable',
    mention: 'Mentions imprimées',
    created: 'Créé le',
  },
  fixed:
    'Le code et le fuseau horaire sont fixés à la création\u00a0: les numéros et les jours déjà écrits en dépendent.',
  vat: {
    exempt: 'Exonéré (quote-part des dépenses communes)',
    taxed: 'Assujetti',
  },
  vatHint: 'S’applique aux relevés émis ensuite.',
  hubHint: 'Un membre du groupement\u00a0: d’où partent les tournées et où se tient le stock.',
  change: 'Modifier le groupement',
  changed: 'Le groupement est modifié.',
  demo: 'Groupement de démonstration',
} as const

const en: SameTexts<typeof fr> = {
  title: 'Grouping',
  subtitle: 'What documents print of it, its time and its VAT regime.',
  legal: 'Legal identity',
  rules: 'Rules',
  printed: 'Printed mentions',
  printedHint: 'Printed on documents issued from now on; those already issued do not change.',
  fact: {
    name: 'Name',
    kind: 'Kind',
    code: 'Code in document numbers',
    legalForm: 'Legal form',
    address: 'Address',
    phone: 'Telephone',
    hub: 'Hub site',
    timeZone: 'Time zone',
    vat: 'VAT regime',
    responsible: 'Person in charge',
    responsiblePhone: 'Their telephone',
    mention: 'Printed mentions',
    created: 'Created on',
  },
  fixed:
    'The code and the time zone are fixed at creation: numbers and days already written depend on them.',
  vat: { exempt: 'Exempt (share of common expenses)', taxed: 'Taxed' },
  vatHint: 'Applies to statements issued afterwards.',
  hubHint: 'A member of the grouping: where runs leave from and where the stock is.',
  change: 'Change the grouping',
  changed: 'The grouping is changed.',
  demo: 'Demonstration grouping',
}

export const useGroupingTexts = defineTexts('administration-grouping', { fr, en })
