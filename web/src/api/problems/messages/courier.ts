/** What the server says of runs and what telephones send, and the same in French. */
export const courier = {
  'Another run of this grouping already has this name':
    'Une autre tournée de ce groupement porte déjà ce nom.',
  'This establishment is not a member of the grouping on {}':
    'Cet établissement n’est pas membre du groupement au {0:day}.',
  'This delivery point does not belong to the establishment of the stop':
    'Ce point de livraison n’appartient pas à l’établissement de l’arrêt.',
  'The run would pass at {}, but "{}" is open from {} to {}':
    'La tournée passerait à {0}, or «\u00a0{1}\u00a0» est ouvert de {2} à {3}.',
  'This person is not a courier of the grouping on {}':
    'Cette personne n’est pas coursier du groupement au {0:day}.',
  'This run has not left: it is {}':
    'Cette tournée n’est pas partie\u00a0: elle est «\u00a0{0:runState}\u00a0».',
  'This instant is in the future': 'Cette heure est dans le futur.',
  'Ends on its first day or later': 'La fin ne peut pas précéder le premier jour.',
  'Close every stop first. Still open: {}':
    'Terminez d’abord chaque arrêt. Encore ouverts\u00a0: {0}.',
  'This day is over': 'Ce jour est passé.',
  'This run does not leave on that day: plan a single run instead':
    'Cette tournée ne part pas ce jour-là\u00a0: planifiez plutôt une tournée isolée.',
  'The run of that day, {}, is {}': 'La tournée de ce jour, {0}, est «\u00a0{1:runState}\u00a0».',
  'Another signature has this id': 'Une autre signature porte déjà ce numéro.',
  'This run is not held': 'Cette tournée n’est pas suspendue.',
  'This run is {}: its sheet stays as it is':
    'Cette tournée est «\u00a0{0:runState}\u00a0»\u00a0: sa feuille de route ne change plus.',
  'This run is driven by somebody else': 'Cette tournée est conduite par quelqu’un d’autre.',
  'Say why: required unless everything was done':
    'Indiquez le motif\u00a0: il est demandé dès que tout n’a pas été fait.',
  'Each stop comes after the one before it': 'Chaque arrêt vient après le précédent.',
  'Each weekday once': 'Chaque jour de la semaine ne figure qu’une fois.',
  'A code typed by hand needs a reason': 'Un code saisi à la main demande un motif.',
  'Give the temperature that was read': 'Indiquez la température relevée.',
  'Give the container or the tube; for a stop the stop; for a temperature also the run':
    'Indiquez le contenant ou le tube\u202f; pour un arrêt, l’arrêt\u202f; pour une température, aussi la tournée.',
} as const
