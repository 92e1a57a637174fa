/** What the server says of totes, notes and receipts, and the same in French. */
export const deliveries = {
  'This line is not in this delivery': 'Cette ligne n’est pas dans cet envoi.',
  'This line is answered twice': 'Cette ligne a deux réponses.',
  'Nothing is said of lot {}': 'Rien n’est indiqué pour le lot {0}.',
  'Lot {}: {} units were shipped, {} are accounted for':
    'Lot {0}\u00a0: {1:units} expédiées, {2} comptées en accepté, refusé et manquant.',
  'Lot {}: say why units were not accepted':
    'Lot {0}\u00a0: indiquez pourquoi des unités ne sont pas acceptées.',
  'A tote with this code was already packed: take another':
    'Un bac portant ce code a déjà été rempli\u00a0: prenez-en un autre.',
  'Only a released order is packed: it is {}':
    'Seule une commande libérée se met en bacs\u00a0: celle-ci est «\u00a0{0:orderState}\u00a0».',
  'This order is packed already': 'Cette commande est déjà en bacs.',
  'This stop does not deliver to this establishment any more':
    'Cet arrêt ne livre plus cet établissement.',
  'This tote holds nothing: remove it': 'Ce bac est vide\u00a0: retirez-le.',
  'A cold tote leaves with its temperature logger':
    'Un bac froid part avec son enregistreur de température.',
  'Narcotics travel in a sealed tote':
    'Les stupéfiants voyagent dans un bac scellé\u00a0: indiquez le numéro du scellé.',
  'Lot {} needs a {} tote with its logger':
    'Le lot {0} demande un bac «\u00a0{1:storage}\u00a0» avec son enregistreur de température.',
  'Lot {} needs an {} tote': 'Le lot {0} demande un bac «\u00a0{1:storage}\u00a0».',
  '{}: {} units more than were picked': '{1:units} de plus que préparé.',
  '{} units of lot {} are in no tote': '{0:units} du lot {1} ne sont dans aucun bac.',
  'Lot {} is kept {}: this tote is {}':
    'Le lot {0} se conserve en «\u00a0{1:storage}\u00a0»\u00a0: ce bac est «\u00a0{2:storage}\u00a0».',
  'You sent these narcotics: somebody else must sign for them':
    'Vous avez expédié ces stupéfiants\u00a0: une autre personne doit signer leur réception.',
  '3 to 40 plain characters': 'Indiquez de 3 à 40 caractères sans accents.',
  'Say in words what the other reason is': 'Précisez en quelques mots l’autre motif.',
  'This difference is settled already': 'Cet écart est déjà réglé.',
  'This document is being drawn. Ask again shortly': 'Ce document est en cours de préparation.',
  'The file of this document is gone from the storage: restore it from the backup':
    'Le fichier de ce document n’est plus dans le stockage\u00a0: il faut le restaurer depuis la sauvegarde.',
} as const
