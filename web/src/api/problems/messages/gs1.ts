/** What the server says of scans, and the same in French. */
export const gs1 = {
  'lot (10)': 'le lot (10)',
  'expiry (17)': 'la péremption (17)',
  'serial number (21)': 'le numéro de série (21)',
  'This product is serialised and the scan gives no {}: a separator was probably lost. {}':
    'Ce produit porte un identifiant unique et la lecture ne donne pas {0:parts}\u00a0: un séparateur a sans doute été perdu. {1:message}',
  'Set the scanner to send GS (ASCII 29) between fields, or enter the box by hand':
    'Réglez le lecteur pour qu’il envoie le séparateur GS (ASCII 29) entre les champs, ou saisissez la boîte à la main.',
  '({}) {} may also be {}: a separator may have been lost. {}':
    '«\u00a0({0}) {1}\u00a0» peut aussi se lire «\u00a0{2}\u00a0»\u00a0: un séparateur a pu être perdu. {3:message}',
  'This code names no product (01). Scan the code of the box itself':
    'Ce code ne désigne aucun produit (01). Scannez le code de la boîte elle-même.',
  'This box is {}: {} is expected. Put it back':
    'Cette boîte est {0}\u00a0: {1} est attendu. Reposez-la.',
  'letters without accents, digits and common signs':
    'des lettres sans accents, des chiffres et des signes courants',
  'capital letters, digits, #, - and /': 'des majuscules, des chiffres, #, - et /',
  'base64url characters': 'des caractères base64url',
  digits: 'des chiffres',
  'its check digit is wrong': 'sa clé de contrôle est fausse',
  'it is not a date': 'ce n’est pas une date',
  'it is not a time': 'ce n’est pas une heure',
  'it is not an hour': 'ce n’est pas une heure',
  'it must be 0 or 1': 'il faut 0 ou 1',
  'it may only end with a minus sign': 'seul un signe moins peut le terminer',
  'it must begin with 0': 'il doit commencer par 0',
  'it cannot be zero': 'il ne peut pas être nul',
  'it cannot begin with 0': 'il ne peut pas commencer par 0',
  'its piece number exceeds its total': 'le numéro de pièce dépasse le total',
  'it has more than {} characters': 'il dépasse {0} caractères',
  'it is too long': 'il est trop long',
  'it may only hold {}': 'il ne peut contenir que {0:message}',
  'it is too short': 'il est trop court',
  'it cannot be checked': 'il ne peut pas être vérifié',
  'A {} code is not a GS1 code. Scan the DataMatrix of the box':
    'Un code {0} n’est pas un code GS1. Scannez le DataMatrix de la boîte.',
  'This GS1 identifier does not exist': 'Cet identifiant GS1 n’existe pas.',
  '({}) is refused: {}': '({0}) est refusé\u00a0: {1:message}.',
  'This article number is misread: scan it again or type it':
    'Ce code article est mal lu\u00a0: scannez-le de nouveau ou saisissez-le.',
  '({}) appears twice with two values. Enter it by hand':
    '({0}) figure deux fois avec deux valeurs\u00a0: saisissez la boîte à la main.',
  'Not a GS1 code: no identifier begins with "{}". {}':
    'Ce n’est pas un code GS1\u00a0: aucun identifiant ne commence par «\u00a0{0}\u00a0». {1:message}',
  '({}) is refused: {}. {}': '({0}) est refusé\u00a0: {1:message}. {2:message}',
  'Scan again; if it persists, set the scanner to send GS (ASCII 29) and the right keyboard, or enter the box by hand':
    'Scannez de nouveau\u202f; si cela persiste, réglez le lecteur (séparateur GS, clavier), ou saisissez la boîte à la main.',
} as const
