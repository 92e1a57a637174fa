/** What the server says of lots and movements, and the same in French. */
export const stock = {
  'Each line may appear only once': 'Chaque ligne ne peut figurer qu’une fois.',
  'Only {} units are owned: {} cannot leave':
    '{0:units} seulement en stock\u00a0: {1} ne peuvent pas sortir.',
  'Lot {} has expired: refuse it': 'Le lot {0} est périmé\u00a0: refusez-le.',
  'Expired on {}': 'Périmé depuis le {0:day}.',
  'The box says {}, not {}': 'La boîte indique {0}, et non {1}.',
  'The box says {}': 'La boîte indique {0}.',
  'Neither scanned nor typed': 'Ni scanné, ni saisi.',
  'The units of this box are unknown: give units instead':
    'Le nombre d’unités de cette boîte est inconnu\u00a0: indiquez plutôt les unités.',
  'The box is another product': 'La boîte est d’un autre produit.',
  'This lot is {}': 'Ce lot est «\u00a0{0:lotStatus}\u00a0».',
  'Goods cannot come in tomorrow': 'Une réception ne peut pas être datée de demain.',
  'Lot {} is recalled: refuse it': 'Le lot {0} est rappelé\u00a0: refusez-le.',
  'Lot {} is known with the expiry {}': 'Le lot {0} est déjà connu avec la péremption {1:day}.',
  'This place does not hold that many free units':
    'Cet emplacement n’a pas autant d’unités libres.',
  'This movement was already reversed': 'Ce mouvement a déjà été contre-passé.',
  'Nothing of this lot is in quarantine': 'Rien de ce lot n’est en quarantaine.',
  'A movement «{}» is not reversed here': 'Un mouvement de ce type ne se contre-passe pas ici.',
  'Scan the box, or name the product by its CIP13 or id':
    'Scannez la boîte, ou désignez le produit par son CIP13.',
  'Give either packs or units': 'Indiquez les boîtes ou les unités, mais pas les deux.',
  'Fewer units are reserved or available than asked':
    'Il y a moins d’unités réservées ou disponibles que demandé.',
  'A place or a lot does not exist in this grouping':
    'Un emplacement ou un lot n’existe pas dans ce groupement.',
  'This movement was already recorded with another content':
    'Ce mouvement a déjà été enregistré avec un autre contenu.',
  'A blocked or expired lot does not leave the hub':
    'Un lot bloqué ou périmé ne sort pas de la pharmacie.',
  'The accounting period of this day is closed': 'La période comptable de ce jour est clôturée.',
  'These places belong to somebody else': 'Ces emplacements appartiennent à un autre.',
} as const
