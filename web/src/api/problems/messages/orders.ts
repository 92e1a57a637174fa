/** What the server says of orders, and the same in French. */
export const orders = {
  'This needs one of these roles at the hub: {}':
    'Il faut l’une de ces habilitations au site de la pharmacie\u00a0: {0:roles}.',
  'No unit of this order can be given now':
    'Aucune unité de cette commande ne peut être fournie maintenant.',
  'Nothing is approved: reject the order, with its reason':
    'Rien n’est validé\u00a0: refusez plutôt la commande, avec son motif.',
  'This line is decided twice': 'Cette ligne porte deux décisions.',
  'This line is not in this order': 'Cette ligne n’est pas dans cette commande.',
  'No more than was ordered can be approved':
    'Il n’est pas possible de valider plus que ce qui est commandé.',
  'Say why less is approved than was ordered':
    'Indiquez pourquoi la quantité validée est inférieure à la demande.',
  'This product is not on the list of substitutes: say why it is supplied instead':
    'Ce produit n’est pas dans la liste des équivalences\u00a0: indiquez pourquoi il est fourni à la place.',
  'Its totes stand packed: leave the delivery behind first':
    'Ses bacs sont prêts au départ\u00a0: laissez d’abord l’envoi au dépôt.',
  'Give the lines': 'Indiquez les lignes.',
  'Orders go to a pharmacy: this grouping is a laboratory':
    'Une commande s’adresse à une pharmacie\u00a0: ce groupement est un laboratoire.',
  'This order was changed meanwhile. Read it again, then apply your change':
    'Cette commande a été modifiée entre-temps.',
  'Nothing is picked: pick, or cancel the order':
    'Rien n’est prélevé\u00a0: prélevez, ou annulez la commande.',
  'Nothing is short on this line': 'Il ne manque rien sur cette ligne.',
  'Line {} ({}) is {} units short: say why':
    'Ligne {0} ({1})\u00a0: il manque {2:units}, indiquez pourquoi.',
  'Send the version you read, as If-Match: "3"':
    'La page n’a pas transmis la version lue\u00a0: rechargez-la.',
  'This lot is not kept for this order': 'Ce lot n’est pas réservé à cette commande',
  'This product is not expected here': 'Ce produit n’est pas attendu ici',
  'This code names no lot: type the lot of the box':
    'Ce code ne donne pas de lot\u00a0: saisissez le lot de la boîte.',
  'Lot {} is not the one kept for this order':
    'Le lot {0} n’est pas celui réservé à cette commande',
  'This box says {}, the lot is known until {}':
    'La boîte indique {0:day}, le lot est connu jusqu’au {1:day}',
  '{}, lot {}': '{0}, lot {1}',
  'Nothing is left to pick': 'Il ne reste rien à prélever.',
  'Expected: {}': 'Attendu\u00a0: {0}.',
  '{}. Put it back. {}': '{0:message}. À reposer. {1:message}',
  '{} is a narcotic: order it on a narcotics order of its own':
    '{0} est un stupéfiant\u00a0: commandez-le sur un bon de stupéfiants séparé.',
  '{} is not a narcotic: it may not be on a narcotics order':
    '{0} n’est pas un stupéfiant\u00a0: il ne peut pas figurer sur un bon de stupéfiants.',
  '{} is blood-derived: it is ordered by name only (nominative order)':
    '{0} est un médicament dérivé du sang\u00a0: il ne se commande que nominativement.',
  'More was taken than is kept for this order: put it back':
    'Plus d’unités ont été prises que ce qui est réservé à cette commande\u00a0: reposez l’excédent.',
  'This delivery point is not of this establishment':
    'Ce point de livraison n’est pas de cet établissement.',
  'This care unit is not of this establishment':
    'Cette unité de soins n’est pas de cet établissement.',
  'This care unit has no allotment in force: give the lines':
    'Cette unité de soins n’a pas de dotation en vigueur\u00a0: indiquez les lignes.',
  'Say why, in a few words': 'Indiquez le motif en quelques mots.',
  'You prepared this order: another pharmacist must release it':
    'Vous avez préparé cette commande\u00a0: un autre pharmacien doit la libérer.',
  'Give lines, or a care unit whose allotment is to be renewed':
    'Indiquez les lignes, ou l’unité de soins dont la dotation est à renouveler.',
  'Give the scanned code, or both the product and the lot number':
    'Scannez le code, ou indiquez le produit et le numéro de lot.',
  'Lot {} is blocked ({}): set it aside':
    'Le lot {0} est bloqué ({1:lotStatus})\u00a0: mettez-le de côté.',
  'Lot {} expired on {}: set it aside':
    'Le lot {0} est périmé depuis le {1:day}\u00a0: mettez-le de côté.',
} as const
