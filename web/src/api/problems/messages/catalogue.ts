/** What the server says of products, codes and imports, and the same in French. */
export const catalogue = {
  'Each product may appear only once': 'Chaque produit ne peut figurer qu’une fois.',
  'The establishment is not a member of this grouping on that day':
    'L’établissement n’est pas membre de ce groupement ce jour-là.',
  'This product is not in the catalogue': 'Ce produit n’est pas au catalogue.',
  '{} is not a readable gzip archive': '{0} n’est pas une archive gzip lisible.',
  '{} is missing': 'Le fichier {0} manque.',
  '{}, line {}: expected {}':
    '{0}, ligne {1}\u00a0: le contenu n’est pas celui attendu ({2:message}).',
  'an 8-digit CIS code, then 10 columns': 'un code CIS de 8 chiffres, puis 10 colonnes',
  'an 8-digit CIS code in column 1 and 13 digits in column 7':
    'un code CIS de 8 chiffres en colonne 1 et 13 chiffres en colonne 7',
  'an 8-digit CIS code in column 1 and SA, FT or ST in column 7':
    'un code CIS de 8 chiffres en colonne 1 et SA, FT ou ST en colonne 7',
  'an 8-digit CIS code, then a condition in words':
    'un code CIS de 8 chiffres, puis une condition en toutes lettres',
  'a group number, its label, an 8-digit CIS code, a one-digit type':
    'un numéro de groupe, son libellé, un code CIS de 8 chiffres, un type d’un chiffre',
  'an 8-digit CIS code, 13 digits or nothing, a one-digit status':
    'un code CIS de 8 chiffres, 13 chiffres ou rien, un statut d’un chiffre',
  'an 8-digit CIS code, then an ATC code': 'un code CIS de 8 chiffres, puis un code ATC',
  'The folder {} cannot be read': 'Le dossier {0} ne peut pas être lu.',
  'The public medicines database decides this field of this product':
    'Pour ce produit, ce champ est fixé par la base de données publique des médicaments.',
  'The GTIN of this CIP13 is {}': 'Le GTIN de ce CIP13 est {0}.',
  'Two packs carry this code': 'Deux conditionnements portent ce code.',
  'A product of the catalogue already has a pack with this code':
    'Un produit du catalogue a déjà un conditionnement avec ce code.',
  'Search the catalogue for it': 'Recherchez ce code dans le catalogue.',
  'This page no longer exists; start again without a cursor':
    'La suite de cette liste n’est plus valable\u00a0: rechargez la liste.',
  'This file is not one of the public medicines database':
    'Ce fichier n’est pas l’un de ceux de la base publique des médicaments.',
  '{} was sent twice': 'Le fichier {0} a été envoyé deux fois.',
  'This file is missing: send it too': 'Ce fichier manque\u00a0: ajoutez-le.',
  'This needs one of the roles, for a whole grouping: {}':
    'Il faut l’une de ces habilitations sur tout le groupement\u00a0: {0:roles}.',
  '{} is no longer stored: upload it again':
    'Le fichier {0} n’est plus conservé\u00a0: envoyez-le de nouveau.',
  'The import stopped; it is tried again by itself':
    'L’import s’est arrêté\u202f; il reprend de lui-même.',
  'Say why, for whoever reads the audit trail':
    'Indiquez le motif, pour qui lira la trace d’audit.',
  'Say why the narcotic flag changes': 'Indiquez pourquoi le classement comme stupéfiant change.',
  'The last rate starts on {}: give a later day':
    'Le dernier taux commence le {0:day}\u00a0: indiquez un jour ultérieur.',
  'A product is no substitute for itself': 'Un produit ne peut pas être sa propre équivalence.',
  'This substitute is already in the list': 'Cette équivalence est déjà dans la liste.',
  'Already in the list': 'Déjà dans la liste.',
  'No product of the catalogue has this id': 'Aucun produit du catalogue n’a cet identifiant.',
  'Send at most {} files': 'Envoyez {0} fichiers au plus.',
  'Send the files of the public database':
    'Envoyez les fichiers de la base publique des médicaments.',
  '1 to {} characters such as "Édition de juin 2026"':
    'Indiquez un nom de 1 à {0} caractères, par exemple «\u00a0Édition de juin 2026\u00a0».',
  'Send the files as multipart/form-data':
    'Les fichiers n’ont pas été envoyés sous la forme attendue.',
  'The multipart body is cut or malformed; send it again':
    'L’envoi a été coupé\u00a0: recommencez.',
  'One digit is wrong: the check digit does not match. Type or scan it again':
    'Un chiffre est faux\u00a0: la clé de contrôle ne correspond pas. Saisissez ou scannez de nouveau.',
  'A CIP13 is 13 digits that start with 3400 (34008 is a UCD code)':
    'Un CIP13 a 13 chiffres et commence par 3400 (34008 est un code UCD).',
  'A CIP7 is 7 digits': 'Un CIP7 a 7 chiffres.',
  'A UCD13 is 13 digits that start with 34008': 'Un UCD13 a 13 chiffres et commence par 34008.',
  'A GTIN is 14 digits: a 13-digit code takes a leading 0':
    'Un GTIN a 14 chiffres\u00a0: un code de 13 chiffres prend un 0 devant.',
  'A FINESS number is 9 digits (2A or 2B and 7 digits in Corsica)':
    'Un numéro FINESS a 9 chiffres (2A ou 2B puis 7 chiffres en Corse).',
  'A SIRET is 14 digits, without spaces': 'Un SIRET a 14 chiffres, sans espaces.',
  'An RPPS number is 11 digits': 'Un numéro RPPS a 11 chiffres.',
  'A CIS code is 8 digits that start with 6': 'Un code CIS a 8 chiffres et commence par 6.',
  'An ATC code is 7 characters such as J01CR02 (4 or 5 for a group)':
    'Un code ATC a 7 caractères, par exemple J01CR02 (4 ou 5 pour un groupe).',
} as const
