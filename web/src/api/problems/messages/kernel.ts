/** What the server says of requests, dates and life cycles, and the same in French. */
export const kernel = {
  'There is no year 0000': 'L’année 0000 n’existe pas.',
  'A month such as "2026-03"': 'Indiquez un mois tel que «\u00a02026-03\u00a0».',
  'A time such as "10:30"': 'Indiquez une heure telle que «\u00a010:30\u00a0».',
  'An instant such as "2026-03-12T08:30:00Z"': 'Indiquez une date et une heure.',
  '{} {} does not exist':
    '{0:noun:cap} introuvable\u00a0: cela n’existe pas, ou vos habilitations ne permettent pas de le voir.',
  'Possible now: {}': 'Possible maintenant\u00a0: {0:actions}.',
  'Nothing more can be done to it': 'Plus rien ne peut lui être appliqué.',
  '"{}" is not possible: this {} is {}. {}':
    'L’action «\u00a0{0:action}\u00a0» n’est pas possible\u00a0: {1:noun} au stade «\u00a0{2:state}\u00a0». {3:message}',
  'The request is larger than 64 MB; split it': 'L’envoi dépasse 64 Mo\u00a0: scindez-le.',
  'This Idempotency-Key was already used for another request; send a new key':
    'Cet envoi porte le numéro d’un autre, déjà traité.',
  'The database is too busy: no connection became free within {} seconds. Nothing was written; try again in a moment.':
    'La base de données est trop occupée\u00a0: aucune connexion libre en {0:seconds}. Rien n’a été enregistré.',
  'The job queue does not answer; nothing is lost, the work starts when it is back':
    'La file des tâches ne répond pas\u202f; rien n’est perdu, le travail commencera à son retour.',
  'Send the body as application/json': 'La demande n’a pas la forme attendue.',
  'This text holds a broken character':
    'Ce texte contient un caractère illisible\u00a0: saisissez-le de nouveau.',
  'Send 8 to 128 printable characters, such as a UUID':
    'Le numéro d’envoi doit avoir de 8 à 128 caractères.',
  'The body is cut or is not valid JSON': 'La demande a été coupée en chemin\u00a0: recommencez.',
  'There is no {} {}': 'Cette adresse n’existe pas\u00a0: {1}.',
  '{}: ': '{0:field}\u00a0: ',
  'Invalid input': 'Saisie non valable.',
} as const
