/** What the server says of months, keys and statements, and the same in French. */
export const billing = {
  'no allocation key is in force on the first day of {}':
    'aucune clé de répartition n’est en vigueur au premier jour de {0:month}',
  '{}: {}': '{0:message}\u00a0: {1:message}',
  '{} is closed: choose a later month':
    '{0:month:cap} est clôturé\u00a0: choisissez un mois ultérieur.',
  'The current key starts on {}: choose a later month':
    'La clé actuelle commence le {0:day}\u00a0: choisissez un mois ultérieur.',
  'A pool {} already exists': 'Un poste de charges porte déjà le code {0}.',
  '{} can no longer be disputed': 'Le relevé {0} ne peut plus être contesté.',
  '{} cannot become final before its dispute window ends':
    'Le relevé {0} ne peut pas devenir définitif avant la fin du délai de contestation.',
  '{} is not ready': '{0:month:cap} n’est pas prêt.',
  '{} ends on {}; today is {}':
    '{0:month:cap} se termine le {1:day}\u202f; nous sommes le {2:day}.',
  '{} is still open: freeze it first': '{0:month:cap} est encore ouvert\u00a0: figez-le d’abord.',
  '{} is not closed: close it first': '{0:month:cap} n’est pas clôturé\u00a0: clôturez-le d’abord.',
  '{} discrepancies are not settled; what they decide lands in a later month':
    'Écarts de réception non réglés\u00a0: {0:number}. Ce qu’ils décideront comptera dans un mois ultérieur.',
  '{} deliveries are not received yet; they count in the month they are received':
    'Envois non encore réceptionnés\u00a0: {0:number}. Ils compteront dans le mois de leur réception.',
  '{} is closed: its drivers no longer change':
    '{0:month:cap} est clôturé\u00a0: ses unités d’œuvre ne changent plus.',
  'A budget is recorded once it was voted: choose today or before':
    'Un budget s’enregistre une fois voté\u00a0: choisissez aujourd’hui ou un jour passé.',
  'Another vote of the budget of {} was recorded meanwhile: read it, then record yours':
    'Un autre vote du budget {0} a été enregistré entre-temps\u00a0: lisez-le, puis enregistrez le vôtre.',
  'A budget is never negative': 'Un budget n’est jamais négatif.',
  'Each pool may appear only once': 'Chaque poste ne peut figurer qu’une fois.',
  'This charge was already reversed': 'Cette charge a déjà été contre-passée.',
  'Two to twenty capitals, digits or dashes, such as "TRANSPORT"':
    'Indiquez de 2 à 20 majuscules, chiffres ou tirets, par exemple «\u00a0TRANSPORT\u00a0».',
  'An account number': 'Indiquez un numéro de compte, de 2 à 10 chiffres.',
  'A contractual component needs a weight per member; a measured one takes none':
    'Une part contractuelle demande un poids par membre\u202f; une unité d’œuvre mesurée n’en prend pas.',
  'The cursor of a page': 'La suite de cette liste n’est plus valable\u00a0: rechargez la liste.',
  'No charge is recorded for {}': 'Aucune charge n’est saisie pour «\u00a0{0}\u00a0».',
  'No key is in force for {}': 'Aucune clé n’est en vigueur pour «\u00a0{0}\u00a0».',
  'What the key of {} counts is not recorded':
    'Ce que compte la clé de «\u00a0{0}\u00a0» n’est pas saisi.',
  'This key has no component': 'Cette clé n’a aucune composante.',
  'This amount cannot be split: every weight of the key is zero. Enter the key or its driver':
    'Ce montant ne peut pas être réparti\u00a0: tous les poids de la clé sont nuls. Complétez la clé ou son unité d’œuvre.',
  'This mix has no component that counts: enter its weights':
    'Aucune composante de cette clé ne compte\u00a0: saisissez ses poids.',
  'Component {} of this mix has no weight: enter its driver or leave it out':
    'La composante {0} de cette clé est sans poids\u00a0: saisissez son unité d’œuvre ou retirez-la.',
  'An amount in euros such as "1234.56"': 'Indiquez un montant en euros, deux décimales au plus.',
  'A unit cost in euros such as "2.80", six decimals at most':
    'Indiquez un coût unitaire en euros, six décimales au plus.',
} as const
