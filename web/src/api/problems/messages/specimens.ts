/** What the server says of tubes and shipments, and the same in French. */
export const specimens = {
  'The laboratory has no exam {}': 'Le laboratoire n’a pas d’examen {0}.',
  'Tube {} is in another open shipment': 'Le tube {0} est dans un autre envoi ouvert.',
  'this shipment': 'cet envoi',
  'Tube {} is already in {}': 'Le tube {0} est déjà dans {1:message}.',
  'A courier picked this container up already': 'Un coursier a déjà emporté ce contenant.',
  'Exams belong to a laboratory: this grouping is a pharmacy':
    'Un examen appartient à un laboratoire\u00a0: ce groupement est une pharmacie.',
  'Exam {} exists already': 'L’examen {0} existe déjà.',
  'Specimens go to a laboratory: this grouping is a pharmacy':
    'Les échantillons s’adressent à un laboratoire\u00a0: ce groupement est une pharmacie.',
  'No such place in this establishment': 'Ce lieu n’est pas dans cet établissement.',
  'A version with these conditions starts on or after this day':
    'Une version avec ces conditions commence ce jour-là ou plus tard.',
  'A collection time cannot be in the future':
    'L’heure de prélèvement ne peut pas être dans le futur.',
  'No courier may carry {}: take tube {} to the laboratory by hand':
    'Aucun coursier ne peut transporter {0}\u00a0: portez vous-même le tube {1} au laboratoire.',
  'Tube {} cannot travel in a container of class {}: {}':
    'Le tube {0} ne peut pas voyager en «\u00a0{1:storage}\u00a0»\u00a0: {2}.',
  'Give the reason of this verdict': 'Indiquez le motif de cette décision.',
  'This reason goes with: {}': 'Ce motif va avec\u00a0: {0:verdicts}.',
  'Confirmed by hand: say why the code could not be scanned':
    'Confirmation à la main\u00a0: indiquez pourquoi le code n’a pas pu être scanné.',
  'A tube that was scanned is not missing': 'Un tube scanné n’est pas manquant.',
  'Tube {} is not on the list: it cannot be missing':
    'Le tube {0} n’est pas sur la liste\u00a0: il ne peut pas être manquant.',
  '{} tube(s) still have no verdict: {}': 'Tubes encore sans décision\u00a0: {0}. Il reste {1}.',
  'The ideal delay cannot be longer than the maximum one':
    'Le délai idéal ne peut pas dépasser le délai maximal.',
  'A rule ends on or after the day it starts': 'Une règle ne peut pas finir avant de commencer.',
  'Each exam once': 'Chaque examen ne figure qu’une fois.',
  'Plain characters, without accents': 'Indiquez des caractères sans accents.',
  'Every point of the packing checklist must hold':
    'Chaque point de la liste d’emballage doit être vérifié.',
  'A container of class {} travels with a temperature logger':
    'Un contenant «\u00a0{0:storage}\u00a0» voyage avec un enregistreur de température.',
  'There is no tube in this container': 'Ce contenant ne contient aucun tube.',
  'Give the collection time of tube {}': 'Indiquez l’heure de prélèvement du tube {0}.',
  'A collection time is missing': 'Une heure de prélèvement manque.',
  'No run is planned that collects here: call the laboratory, or give a reason to seal':
    'Aucune tournée prévue ne passe prendre ici.',
  'The next run brings this container after its deadline: call the laboratory, or give a reason to seal':
    'La prochaine tournée apporterait ce contenant après son délai.',
  'A code of 1 to 48 characters, without accents':
    'Indiquez un code de 1 à 48 caractères, sans accents.',
} as const
