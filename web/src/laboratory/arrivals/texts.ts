import { defineTexts, type SameTexts } from '../../texts/define-texts.js'

const fr = {
  title: 'Arrivées',
  subtitle: 'Les colis attendus et arrivés, le plus pressé d’abord.',
  wall: 'Affichage mural',
  leaveWall: 'Quitter l’affichage mural',
  bench: 'Réceptionner par scan',
  scan: 'Scanner un colis ou un tube',
  late: 'Échéance dépassée',
  soon: 'Moins d’une heure',
  atBench: 'Sur la paillasse',
  onTheWay: 'En route',
  toPickUp: 'À ramasser',
  openAlarms: 'Alarmes à traiter',
  stage: 'Étape',
  all: 'Tous',
  next: 'Prochaine arrivée',
  nextNone: 'aucune arrivée planifiée',
  nextOne: '{{site}}, {{tubes}}, vers {{time}}',
  board: {
    title: 'Échéances',
    description:
      'Temps restant avant la limite de chaque colis, les retards d’abord\u00a0: plein jusqu’au délai idéal, hachuré de l’idéal au maximum, croisé une fois dépassé\u00a0; ▼ arrivée prévue.',
    now: 'maintenant',
    left: 'Reste',
    key: {
      ideal: 'délai idéal',
      maximum: 'idéal dépassé, maximum tenu',
      late: 'maximum dépassé',
      expected: 'arrivée prévue',
    },
    none: 'Aucun colis attendu n’a d’échéance.',
  },
  list: 'Colis attendus et arrivés',
  empty: {
    title: 'Aucun colis attendu',
    sentence:
      'Les colis apparaissent ici dès qu’un établissement les scelle. Scannez celui qui arriverait sans être annoncé.',
    filtered: 'Aucun colis à cette étape.',
    showAll: 'Voir tous les colis',
  },
  capped: 'Seuls les 200 colis les plus pressés sont affichés.',
  wallTitle: 'Arrivées au laboratoire',
  wallEmpty: 'Aucun colis attendu',
  wallMore: 'et {{count}} autres',
  wallExpected: 'arrivée {{time}}',
} as const

const en: SameTexts<typeof fr> = {
  title: 'Arrivals',
  subtitle: 'Containers expected and arrived, the most pressing first.',
  wall: 'Wall display',
  leaveWall: 'Leave the wall display',
  bench: 'Receive by scan',
  scan: 'Scan a container or a tube',
  late: 'Past the deadline',
  soon: 'Less than an hour',
  atBench: 'On the bench',
  onTheWay: 'On the way',
  toPickUp: 'To pick up',
  openAlarms: 'Alarms to handle',
  stage: 'Stage',
  all: 'All',
  next: 'Next arrival',
  nextNone: 'no arrival is planned',
  nextOne: '{{site}}, {{tubes}}, around {{time}}',
  board: {
    title: 'Deadlines',
    description:
      'Time left before the limit of each container, late ones first: solid up to the ideal delay, hatched from ideal to maximum, crossed once past; ▼ expected arrival.',
    now: 'now',
    left: 'Left',
    key: {
      ideal: 'ideal delay',
      maximum: 'past ideal, within maximum',
      late: 'past the maximum',
      expected: 'expected arrival',
    },
    none: 'No expected container has a deadline.',
  },
  list: 'Containers expected and arrived',
  empty: {
    title: 'No container is expected',
    sentence:
      'Containers appear here as soon as an establishment seals them. Scan the one that would arrive unannounced.',
    filtered: 'No container at this stage.',
    showAll: 'Show all containers',
  },
  capped: 'Only the 200 most pressing containers are shown.',
  wallTitle: 'Arrivals at the laboratory',
  wallEmpty: 'No container is expected',
  wallMore: 'and {{count}} others',
  wallExpected: 'arrives {{time}}',
}

export const useArrivalsTexts = defineTexts('laboratory-arrivals', { fr, en })
