import { defineTexts, type SameTexts } from '../../texts/define-texts.js'

const fr = {
  title: 'Alarmes de délai',
  subtitle:
    'Avant le dommage\u00a0: chaque alarme dit ce qui menace et ce qu’il est encore temps de faire.',
  filter: 'Alarmes affichées',
  open: 'À traiter',
  handled: 'Prises en charge',
  threshold_zero: 'Échéance atteinte',
  threshold_other: 'Moins de {{count}} min avant l’échéance',
  threshold_one: 'Moins de {{count}} min avant l’échéance',
  expectedLate: 'Arrivée prévue après l’échéance',
  expectedFor: 'Attendu le {{expected}} pour une limite le {{deadline}}',
  limit: 'Limite\u00a0: {{deadline}}',
  raised: 'Alarme du {{at}}',
  by: 'Prise en charge par {{who}} le {{at}}',
  todo: 'Que faire',
  todos: {
    sealed:
      'Le colis attend encore son ramassage\u00a0: appelez le coursier ou le régulateur pour avancer le passage, sinon prévenez le service d’un nouveau prélèvement.',
    'in-transit':
      'Le colis roule\u00a0: appelez le coursier pour un passage direct au laboratoire et préparez une réception prioritaire.',
    delivered:
      'Le colis est au laboratoire\u00a0: ouvrez-le maintenant et passez en tête le tube qui expire le premier.',
    receiving: 'La réception est en cours\u00a0: décidez d’abord des tubes qui expirent.',
    draft: 'Le colis n’est pas scellé\u00a0: prévenez l’expéditeur.',
    reconciled: 'La réception est close\u00a0: il ne reste qu’à noter ce qui a été fait.',
    cancelled: 'L’envoi est annulé\u00a0: il ne reste qu’à noter ce qui a été fait.',
    lost: 'Le colis est déclaré perdu\u00a0: prévenez le service d’un nouveau prélèvement.',
  },
  receive: 'Réceptionner',
  see: 'Voir le colis',
  take: 'Prendre en charge',
  takeTitle: 'Prendre en charge les alarmes du colis {{number}}',
  takeSentence: 'Ce que vous écrivez reste avec ces alarmes, à votre nom, et l’expéditeur le lit.',
  words: 'Ce que je fais',
  phrases: {
    called: 'Coursier appelé, passage direct demandé',
    told: 'Service prévenu, nouveau prélèvement possible',
    first: 'Réception prioritaire à l’arrivée',
    moved: 'Ramassage avancé avec le régulateur',
  },
  taken: 'Alarmes prises en charge.',
  none: 'Aucune alarme à traiter',
  noneSentence: 'Les échéances de tous les colis en route sont tenues.',
  noneHandled: 'Aucune alarme prise en charge',
} as const

const en: SameTexts<typeof fr> = {
  title: 'Deadline alarms',
  subtitle: 'Before harm: each alarm says what threatens and what can still be done.',
  filter: 'Alarms shown',
  open: 'To handle',
  handled: 'Looked after',
  threshold_zero: 'Deadline reached',
  threshold_other: 'Less than {{count}} min before the deadline',
  threshold_one: 'Less than {{count}} min before the deadline',
  expectedLate: 'Expected after the deadline',
  expectedFor: 'Expected on {{expected}} for a limit on {{deadline}}',
  limit: 'Limit: {{deadline}}',
  raised: 'Alarm of {{at}}',
  by: 'Looked after by {{who}} on {{at}}',
  todo: 'What to do',
  todos: {
    sealed:
      'The container still waits to be picked up: call the courier or the dispatcher to come earlier, or tell the ward to collect again.',
    'in-transit':
      'The container is on the road: call the courier for a direct way to the laboratory and prepare to receive it first.',
    delivered:
      'The container is in the laboratory: open it now and take the tube that expires first.',
    receiving: 'Reception is under way: decide first about the tubes that expire.',
    draft: 'The container is not sealed: tell the sender.',
    reconciled: 'The reception is closed: only note what was done.',
    cancelled: 'The shipment is cancelled: only note what was done.',
    lost: 'The container is declared lost: tell the ward to collect again.',
  },
  receive: 'Receive',
  see: 'See the container',
  take: 'Look after it',
  takeTitle: 'Look after the alarms of container {{number}}',
  takeSentence: 'What you write stays with these alarms, in your name, and the sender reads it.',
  words: 'What I do',
  phrases: {
    called: 'Courier called, direct way asked for',
    told: 'Ward told, new collection possible',
    first: 'Will be received first on arrival',
    moved: 'Pick-up brought forward with the dispatcher',
  },
  taken: 'The alarms are looked after.',
  none: 'No alarm to handle',
  noneSentence: 'The deadlines of all containers on the way hold.',
  noneHandled: 'No alarm was looked after',
}

export const useAlarmTexts = defineTexts('laboratory-alarms', { fr, en })
