/** What the server says of groupings, establishments and people, and the same in French. */
export const members = {
  'Another unit of this establishment has the code {}':
    'Une autre unité de cet établissement porte le code {0}.',
  'FINESS {} is already entered: add a membership for it instead':
    'Le FINESS {0} est déjà saisi\u00a0: ajoutez-lui plutôt une adhésion.',
  'A grouping already has the code {}': 'Un groupement porte déjà le code {0}.',
  'An account has this e-mail: grant it a role here by its e-mail instead':
    'Un compte a déjà cette adresse\u00a0: donnez-lui plutôt une habilitation ici, par son adresse.',
  'Another delivery point there is named "{}"':
    'Un autre point de livraison s’y nomme «\u00a0{0}\u00a0».',
  'Another administrator must disable your account':
    'Un autre administrateur doit désactiver votre compte.',
  'This membership begins on {}': 'Cette adhésion commence le {0:day}.',
  'This establishment is already a member from {} without end':
    'Cet établissement est déjà membre à partir du {0:day}, sans date de fin.',
  'This establishment is already a member from {} to {}':
    'Cet établissement est déjà membre du {0:day} au {1:day}.',
  'This establishment is already a member on some of these days':
    'Cet établissement est déjà membre pour une partie de ces jours.',
  'The last day comes after the first': 'Le dernier jour vient après le premier.',
  'This user already holds the role {} on these days':
    'Cette personne a déjà l’habilitation «\u00a0{0:role}\u00a0» ces jours-là.',
  'No active account has this e-mail': 'Aucun compte actif n’a cette adresse.',
  '{} needs a membership: {} is not a member on {}{}':
    '{1} n’est pas membre au {2:day}{3:message}.',
  'This establishment': 'Cet établissement',
  ' (it joins on {})': ' (son adhésion commence le {0:day})',
  ' (it left after {})': ' (son adhésion a pris fin le {0:day})',
  'A machine has no password': 'Un compte de machine n’a pas de mot de passe.',
  'The last day is today or later, and not before the first':
    'Le dernier jour est aujourd’hui ou plus tard, et pas avant le premier.',
  'This is the last administrator of the grouping: name another one first':
    'C’est le dernier administrateur du groupement\u00a0: nommez-en d’abord un autre.',
  'A telephone number such as "01 46 25 20 00"':
    'Indiquez un numéro de téléphone tel que «\u00a001 46 25 20 00\u00a0».',
  'A time zone such as "Europe/Paris"':
    'Indiquez un fuseau horaire tel que «\u00a0Europe/Paris\u00a0».',
  'Capitals and digits such as "PUI-92"':
    'Indiquez des majuscules et des chiffres, par exemple «\u00a0PUI-92\u00a0».',
  'A postal code is 5 digits': 'Un code postal a 5 chiffres.',
  'Closes after it opens': 'La fermeture vient après l’ouverture.',
  'Give either establishmentId or finessEt':
    'Choisissez l’établissement, ou indiquez son FINESS, mais pas les deux.',
  '{} is held for the whole grouping':
    'L’habilitation «\u00a0{0:role}\u00a0» se donne pour tout le groupement.',
  '{} is held at an establishment: name it':
    'L’habilitation «\u00a0{0:role}\u00a0» se donne dans un établissement\u00a0: choisissez-le.',
  'At least one role': 'Donnez au moins une habilitation.',
  'A person has an e-mail address': 'Une personne a une adresse électronique\u00a0: indiquez-la.',
  'A machine has no e-mail and no password':
    'Une machine n’a ni adresse électronique ni mot de passe.',
  'This job was already sent back to work': 'Cette tâche a déjà été relancée.',
  'Unknown failure': 'Défaillance inconnue',
} as const
