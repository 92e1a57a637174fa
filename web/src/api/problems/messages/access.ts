/** What the server says of signing in, accounts and keys, and the same in French. */
export const access = {
  'This needs one of the roles: {}': 'Il faut l’une de ces habilitations\u00a0: {0:roles}.',
  'This needs one of the roles: administrator': 'Seul un administrateur peut le faire.',
  'This account also works for another grouping: only its roles here can be changed':
    'Ce compte travaille aussi pour un autre groupement\u00a0: seules ses habilitations ici peuvent être modifiées.',
  'Choose a password other than the current one':
    'Choisissez un mot de passe différent de l’actuel.',
  'There is no second factor waiting for its first code':
    'Aucun second facteur n’attend son premier code.',
  'This code is not the present one':
    'Ce code n’est pas celui qu’affiche l’application en ce moment.',
  'Choose today or a later day': 'Choisissez aujourd’hui ou un jour à venir.',
  'API keys are for active machine accounts':
    'Une clé d’API ne se donne qu’à un compte de machine actif.',
  'No second factor is on': 'Aucun second facteur n’est activé sur ce compte.',
  'This identity belongs to another account': 'Cette identité appartient à un autre compte.',
  'This sign-in was not started here, or too long ago':
    'Cette connexion n’a pas été commencée ici, ou l’a été il y a trop longtemps',
  'The provider sent no identity': 'Le fournisseur d’identité n’a transmis aucune identité',
  'The answer of the identity provider could not be verified':
    'La réponse du fournisseur d’identité n’a pas pu être vérifiée',
  'The provider authenticated this person at a lower level than asked':
    'Le fournisseur d’identité a authentifié cette personne à un niveau inférieur à celui demandé',
  '{}; start again': '{0:message}. Recommencez la connexion.',
  'A path such as "/orders"': 'Indiquez un chemin tel que «\u00a0/orders\u00a0».',
  'No identity provider is configured here':
    'Aucun fournisseur d’identité n’est configuré sur cette installation.',
  'You are known to the identity provider, but no active account here is linked to you: ask your administrator':
    'Le fournisseur d’identité vous reconnaît, mais aucun compte actif de Navette ne vous est rattaché.',
  'This request comes from another site; a script that uses the cookie sends X-Navette-Request':
    'Cette demande vient d’un autre site.',
  'This request comes from another site': 'Cette demande vient d’un autre site.',
  'This account signs in through its identity provider only':
    'Ce compte se connecte uniquement par son fournisseur d’identité.',
  'The current password is wrong': 'Le mot de passe actuel est inexact.',
  'A password may not contain your e-mail name':
    'Le mot de passe ne peut pas contenir le début de votre adresse électronique.',
  'Use 12 characters with upper case, lower case, digit and special, or 14 without special, or a phrase of 7 different words':
    'Choisissez 12 caractères avec majuscule, minuscule, chiffre et caractère spécial, ou 14 sans caractère spécial, ou une phrase de 7 mots différents.',
  'This account has no role in force today':
    'Ce compte n’a aucune habilitation en vigueur aujourd’hui.',
  'An API key has no session: sign in with a password':
    'Une clé d’API n’ouvre pas de session\u00a0: connectez-vous avec un mot de passe.',
  'Sign in first': 'Vous n’êtes pas connecté, ou votre session s’est terminée.',
  'This API key lacks the scope for {} on {}':
    'Cette clé d’API n’a pas le droit «\u00a0{0}\u00a0» sur «\u00a0{1}\u00a0».',
  'An e-mail address such as "c.durand@hopital.fr"':
    'Indiquez une adresse électronique telle que «\u00a0c.durand@hopital.fr\u00a0».',
  'Six digits, as your application shows them':
    'Indiquez les six chiffres qu’affiche votre application.',
  '"read", "write" or a collection such as "orders"':
    'Indiquez «\u00a0read\u00a0», «\u00a0write\u00a0» ou une ressource telle que «\u00a0orders\u00a0».',
  'Needs "read" or "write"': 'Ajoutez «\u00a0read\u00a0» ou «\u00a0write\u00a0».',
  'Disable the present second factor first': 'Désactivez d’abord le second facteur actuel.',
  'Enter the code of your application': 'Saisissez le code à six chiffres de votre application.',
  'Wrong e-mail, password or code': 'L’adresse, le mot de passe ou le code est inexact.',
  'Too many failed attempts; try again in {} s':
    'Trop d’essais infructueux\u00a0: nouvel essai possible dans {0:seconds}.',
  'A cursor as the last page gave it':
    'La suite de cette liste n’est plus valable\u00a0: rechargez la liste.',
} as const
