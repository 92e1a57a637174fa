import { defineTexts, type SameTexts } from '../../texts/define-texts.js'

const fr = {
  title: 'Tâches',
  subtitle:
    'Ce que le programme fait de lui-même ou à la suite d’un geste\u00a0: documents, tournées, imports, entretien.',
  board: 'Ouvrir le tableau des files',
  dead: {
    title: 'Tâches abandonnées',
    none: 'Aucune tâche abandonnée',
    noneHint:
      'Une tâche qui échoue est reprise jusqu’à cinq fois\u00a0; celle qui échoue encore attend ici.',
    error: 'Ce qui s’est passé',
    attempts: 'Essais',
    failedAt: 'Abandonnée le',
    retry: 'Relancer',
    retryOf: 'Relancer {{job}} du {{at}}',
    retried: 'La tâche est relancée.',
    retriedAt: 'Relancée le {{at}}',
    all: 'Montrer aussi celles qui ont été relancées',
    raw: 'Message technique',
  },
  queues: 'Files',
  recent: 'Dernières tâches',
  noRecent: 'Aucune tâche récente',
  everyQueue: 'Toutes les files',
  column: {
    queue: 'File',
    waiting: 'En attente',
    active: 'En cours',
    delayed: 'Différées',
    completed: 'Terminées',
    failed: 'Échecs gardés',
    job: 'Tâche',
    state: 'État',
    progress: 'Avancement',
    added: 'Demandée',
    finished: 'Finie',
    attempts: 'Essais',
  },
  queue: {
    documents: 'Documents',
    runs: 'Tournées',
    specimens: 'Prélèvements',
    billing: 'Comptes',
    catalogue: 'Catalogue',
    upkeep: 'Entretien',
  },
  job: {
    'catalogue.import-bdpm': 'Importer la base publique des médicaments',
    'runs.plan': 'Planifier les tournées des jours à venir',
    'upkeep.seal-audit': 'Sceller le journal d’audit',
    'upkeep.fan-out': 'Lancer une tâche dans chaque groupement',
    'upkeep.prune-records': 'Oublier les traces techniques de plus de trente jours',
    'documents.render': 'Mettre un document en page',
    'stock.expire-lots': 'Retirer les lots périmés',
    'stock.reconcile': 'Recalculer le stock d’après son registre',
    'specimens.watch-deadlines': 'Surveiller les délais des prélèvements',
  },
  state: {
    waiting: 'En attente',
    active: 'En cours',
    delayed: 'Différée',
    completed: 'Terminée',
    failed: 'Échec',
    unknown: 'Inconnue',
  },
  cause: {
    timeout:
      'Une réponse n’est pas venue à temps. Relancez\u00a0; si cela revient, voyez la santé du serveur.',
    connection:
      'Une dépendance ne répondait pas (base, file ou stockage). Relancez quand la page Santé est au vert.',
    missing: 'Ce que la tâche devait traiter n’existe plus ou n’est pas visible d’ici.',
    payload: 'La tâche a été écrite par une autre version du programme et ne se lit plus.',
    template:
      'Le document n’a pas pu être mis en page\u00a0: transmettez le message technique au support.',
    other:
      'Une erreur inattendue. Relancez une fois\u00a0; si elle revient, transmettez le message technique au support.',
  },
} as const

const en: SameTexts<typeof fr> = {
  title: 'Jobs',
  subtitle:
    'What the program does by itself or after somebody’s act: documents, runs, imports, upkeep.',
  board: 'Open the queue board',
  dead: {
    title: 'Jobs that gave up',
    none: 'No job gave up',
    noneHint: 'A job that fails is tried again up to five times; one that still fails waits here.',
    error: 'What happened',
    attempts: 'Attempts',
    failedAt: 'Gave up on',
    retry: 'Retry',
    retryOf: 'Retry {{job}} of {{at}}',
    retried: 'The job is sent back to work.',
    retriedAt: 'Retried on {{at}}',
    all: 'Show those that were retried too',
    raw: 'Technical message',
  },
  queues: 'Queues',
  recent: 'Latest jobs',
  noRecent: 'No recent job',
  everyQueue: 'Every queue',
  column: {
    queue: 'Queue',
    waiting: 'Waiting',
    active: 'Running',
    delayed: 'Delayed',
    completed: 'Done',
    failed: 'Failures kept',
    job: 'Job',
    state: 'State',
    progress: 'Progress',
    added: 'Asked',
    finished: 'Ended',
    attempts: 'Attempts',
  },
  queue: {
    documents: 'Documents',
    runs: 'Runs',
    specimens: 'Specimens',
    billing: 'Accounts',
    catalogue: 'Catalogue',
    upkeep: 'Upkeep',
  },
  job: {
    'catalogue.import-bdpm': 'Import the public medicines database',
    'runs.plan': 'Plan the runs of the coming days',
    'upkeep.seal-audit': 'Seal the audit trail',
    'upkeep.fan-out': 'Start a job in each grouping',
    'upkeep.prune-records': 'Forget technical traces older than thirty days',
    'documents.render': 'Lay out a document',
    'stock.expire-lots': 'Take expired lots away',
    'stock.reconcile': 'Recompute the stock from its ledger',
    'specimens.watch-deadlines': 'Watch the deadlines of specimens',
  },
  state: {
    waiting: 'Waiting',
    active: 'Running',
    delayed: 'Delayed',
    completed: 'Done',
    failed: 'Failed',
    unknown: 'Unknown',
  },
  cause: {
    timeout:
      'An answer did not come in time. Retry; if it comes back, look at the health of the server.',
    connection:
      'A dependency did not answer (database, queue or storage). Retry once the Health page is green.',
    missing: 'What the job was to work on no longer exists or cannot be seen from here.',
    payload: 'The job was written by another version of the program and can no longer be read.',
    template: 'The document could not be laid out: give the technical message to support.',
    other:
      'An unexpected error. Retry once; if it comes back, give the technical message to support.',
  },
}

export const useJobsTexts = defineTexts('administration-jobs', { fr, en })
