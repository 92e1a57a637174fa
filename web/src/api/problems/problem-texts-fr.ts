import type { ProblemTexts } from './problem-text.js'
import { countOf, textOf, textsOf } from './read-details.js'
import {
  blockers,
  expectedBoxes,
  misplacedTube,
  notAMember,
  shortLines,
  tooMany,
  waiting,
} from './sentences-fr.js'

/** What each refusal is in French, and what to do about it. */
export const PROBLEM_TEXTS_FR: ProblemTexts = {
  'account-locked': {
    title: 'Compte bloqué pour un moment',
    happened: (details, say) => waiting(details, say, 'Trop de mots de passe ou de codes inexacts'),
    otherwise: 'Trop de mots de passe ou de codes inexacts ont été donnés pour ce compte.',
    remedy:
      'Patientez, puis reconnectez-vous. Si ces essais ne sont pas les vôtres, prévenez votre administrateur.',
  },
  'cold-chain-incomplete': {
    title: 'Chaîne du froid incomplète',
    otherwise:
      'Un produit ou un échantillon à température dirigée partirait sans preuve de sa température.',
    remedy:
      'Mettez-le dans un contenant de sa classe et saisissez l’identifiant de l’enregistreur de température.',
  },
  'container-class-mixed': {
    title: 'Une seule température par contenant',
    happened: misplacedTube,
    otherwise: 'Ce contenant recevrait deux classes de température.',
    remedy: 'Faites un contenant par classe de température.',
  },
  'courier-forbidden-exam': {
    title: 'Examen interdit au coursier',
    happened: (details) => {
      const exams = textsOf(details, 'examCodes')
      const tube = textOf(details, 'tubeCode')
      if (tube === undefined || exams.length === 0) return undefined
      return `Le tube ${tube} est demandé pour ${exams.join(', ')}, qu’aucun coursier ne peut transporter.`
    },
    otherwise: 'Un examen de ce tube ne peut pas voyager par coursier.',
    remedy: 'Faites porter le tube au laboratoire par le service, sans le mettre dans cet envoi.',
  },
  'cut-off-passed': {
    title: 'Trop tard pour la prochaine tournée',
    happened: (details, say) => {
      const deadline = textOf(details, 'deadlineAt')
      if (deadline === undefined) return undefined
      const expected = textOf(details, 'expectedAt')
      const limit = `le délai de ce contenant s’achève le ${say.instant(deadline)}`
      return expected === undefined
        ? `Aucune tournée prévue ne passe prendre ici, et ${limit}.`
        : `La prochaine tournée l’apporterait le ${say.instant(expected)}, or ${limit}.`
    },
    otherwise: 'L’heure limite est passée.',
    remedy: 'Appelez le laboratoire, ou indiquez un motif pour sceller quand même.',
  },
  'document-not-ready': {
    title: 'Document en préparation',
    otherwise: 'Le document est émis et numéroté, son fichier est en cours de préparation.',
    remedy: 'Patientez quelques secondes\u00a0: il s’ouvrira dès qu’il sera prêt.',
  },
  duplicate: {
    title: 'Déjà enregistré',
    otherwise:
      'La même chose existe déjà\u00a0: un code, une adresse, une période qui en recouvre une autre.',
    remedy: 'Reprenez ce qui existe, ou corrigez le code.',
  },
  forbidden: {
    title: 'Action non autorisée',
    happened: (details, say) => {
      const needs = textsOf(details, 'needs')
      const areRoles = needs.length > 0 && needs.every((role) => say.word('role', role) !== role)
      return areRoles
        ? `Vos habilitations ne le permettent pas. Il faut être ${say.anyOf('role', needs)}.`
        : undefined
    },
    otherwise: 'Vos habilitations ne permettent pas cette action.',
    remedy:
      'Si cela fait partie de votre travail, demandez l’habilitation à l’administrateur du groupement.',
  },
  'four-eyes-required': {
    title: 'Une seconde personne est nécessaire',
    otherwise: 'La même personne ne peut pas préparer et contrôler.',
    remedy:
      'Demandez à une autre personne habilitée de terminer. Cet essai figure dans la trace d’audit.',
  },
  'idempotency-key-reused': {
    title: 'Envoi déjà traité',
    otherwise: 'Cet envoi porte le numéro d’un autre, déjà traité avec un autre contenu.',
    remedy:
      'Rechargez la page, vérifiez si votre saisie est enregistrée, et recommencez si besoin.',
  },
  'import-unreadable': {
    title: 'Fichier illisible',
    happened: (details, say) => {
      const file = textOf(details, 'file')
      const line = countOf(details, 'line')
      return file === undefined || line === undefined
        ? undefined
        : `Le fichier ${file} n’a pas le contenu attendu à la ligne ${say.number(line)}. Rien n’a été importé.`
    },
    otherwise: 'Un fichier n’est pas ce qu’il prétend être. Rien n’a été importé.',
    remedy:
      'Téléchargez de nouveau les fichiers chez leur éditeur, sans les modifier, et relancez l’import.',
  },
  'insufficient-stock': {
    title: 'Stock insuffisant',
    happened: shortLines,
    otherwise: 'Il n’y a pas assez d’unités utilisables.',
    remedy:
      'Validez moins, proposez une équivalence, réceptionnez du stock, ou laissez un reliquat.',
  },
  'invalid-credentials': {
    title: 'Saisie inexacte',
    otherwise: 'L’adresse, le mot de passe ou le code est inexact.',
    remedy: 'Vérifiez et recommencez. Après plusieurs erreurs, le compte attend.',
  },
  'invalid-input': {
    title: 'Saisie à corriger',
    otherwise: 'Rien n’a été enregistré.',
    remedy: 'Corrigez ce qui est indiqué, puis recommencez.',
  },
  'key-missing': {
    title: 'Répartition impossible',
    otherwise: 'Un poste de charges n’a pas de clé de répartition applicable ce mois-là.',
    remedy:
      'Créez une clé en vigueur au premier jour du mois, ou saisissez l’unité d’œuvre qui manque.',
  },
  'lot-blocked': {
    title: 'Lot bloqué',
    happened: (details, say) => {
      const lot = textOf(details, 'lotNumber')
      const status = textOf(details, 'status')
      return lot === undefined || status === undefined
        ? undefined
        : `Le lot ${lot} est ${say.word('lotStatus', status)}\u00a0: il ne peut ni entrer, ni être donné, ni partir.`
    },
    otherwise: 'Ce lot est bloqué\u00a0: il ne peut ni être donné ni partir.',
    remedy:
      'Mettez-le de côté et prenez un autre lot. Un pharmacien peut lever une quarantaine, avec un motif.',
  },
  'lot-conflict': {
    title: 'Lot connu avec une autre péremption',
    happened: (details, say) => {
      const lot = textOf(details, 'lotNumber')
      const known = textOf(details, 'expiresOn')
      return lot === undefined || known === undefined
        ? undefined
        : `Le lot ${lot} est déjà connu avec la péremption ${say.day(known)}, différente de celle saisie.`
    },
    otherwise: 'Ce produit a déjà un lot de ce numéro avec une autre péremption.',
    remedy: 'Relisez la boîte. Si la première saisie était fausse, contre-passez sa réception.',
  },
  'lot-expired': {
    title: 'Lot périmé',
    happened: (details, say) => {
      const lot = textOf(details, 'lotNumber')
      const expiry = textOf(details, 'expiresOn')
      return lot === undefined || expiry === undefined
        ? undefined
        : `Le lot ${lot} est périmé depuis le ${say.day(expiry)}.`
    },
    otherwise: 'La date de péremption de ce lot est passée.',
    remedy: 'Mettez-le de côté pour destruction et prenez un autre lot.',
  },
  'not-a-member': {
    title: 'Établissement non membre',
    happened: notAMember,
    otherwise: 'L’établissement n’est pas membre de ce groupement ce jour-là.',
    remedy: 'Vérifiez la date ou demandez l’adhésion à l’administrateur du groupement.',
  },
  'not-found': {
    title: 'Introuvable',
    otherwise: 'Cet élément n’existe pas, ou vos habilitations ne permettent pas de le voir.',
    remedy: 'Vérifiez l’adresse et le groupement dans lequel vous travaillez.',
  },
  'over-approved': {
    title: 'Plus que ce qui est validé',
    happened: tooMany,
    otherwise: 'Il n’est pas possible de donner plus que ce que le pharmacien a validé.',
    remedy: (details) =>
      countOf(details, 'takenUnits') === undefined
        ? 'Ramenez la quantité à celle commandée, ou faites passer une autre commande.'
        : 'Reposez l’excédent. S’il en faut davantage, demandez une autre commande.',
  },
  'period-closed': {
    title: 'Mois clôturé',
    happened: (details, say) => {
      const month = textOf(details, 'month') ?? textOf(details, 'fromMonth')
      return month === undefined
        ? undefined
        : `Le mois de ${say.month(month)} est clôturé\u00a0: ses chiffres et ses documents ne changent plus.`
    },
    otherwise: 'Ce mois est clôturé\u00a0: ses chiffres et ses documents ne changent plus.',
    remedy:
      'Enregistrez la correction dans le mois ouvert suivant\u00a0: elle y rappellera son mois d’origine.',
  },
  'period-not-ready': {
    title: 'Mois pas encore prêt',
    happened: blockers,
    otherwise: 'Ce mois ne peut pas encore être figé ou clôturé.',
    remedy: 'Traitez chaque point, puis recommencez.',
  },
  'precondition-failed': {
    title: 'Modifié entre-temps',
    happened: (details, say) => {
      const at = textOf(details, 'changedAt')
      return at === undefined
        ? undefined
        : `Quelqu’un l’a modifié le ${say.instant(at)}, après que vous l’avez ouvert.`
    },
    otherwise: 'Quelqu’un l’a modifié depuis que vous l’avez ouvert.',
    remedy: 'Rechargez, vérifiez ce qui a changé, puis refaites votre modification.',
  },
  'quantities-unbalanced': {
    title: 'Le compte n’y est pas',
    otherwise: 'Les quantités acceptées, refusées et manquantes ne font pas le total expédié.',
    remedy: 'Corrigez les lignes indiquées\u00a0: rien ne doit rester sans réponse.',
  },
  'queue-unavailable': {
    title: 'Tâches en attente',
    otherwise:
      'La file des tâches ne répond pas. Ce que vous avez demandé est enregistré et sera fait à son retour.',
    remedy: 'Ne recommencez pas. Si cela dure, prévenez le service informatique.',
  },
  'scan-mismatch': {
    title: 'Ce n’est pas le bon',
    remedy: expectedBoxes,
    otherwise: 'Le code se lit bien, mais ce n’est pas celui attendu ici.',
  },
  'scan-unreadable': {
    title: 'Code illisible',
    otherwise:
      'Ce code ne peut pas être compris avec certitude\u00a0: rien n’a été deviné. Scannez de nouveau, ou saisissez le produit, le lot et la péremption à la main.',
    remedy: 'Rien n’a été enregistré.',
  },
  'second-factor-required': {
    title: 'Second facteur demandé',
    otherwise: 'Le mot de passe est bon\u202f; ce compte demande aussi son code à six chiffres.',
    remedy: 'Saisissez le code qu’affiche votre application.',
  },
  'storage-unavailable': {
    title: 'Service momentanément indisponible',
    otherwise: 'La base de données ou le stockage des documents ne répond pas. Rien n’a été perdu.',
    remedy: 'Recommencez dans un instant. Si cela dure, prévenez le service informatique.',
  },
  'too-many-attempts': {
    title: 'Trop d’essais',
    happened: (details, say) => waiting(details, say, 'Trop d’essais sont venus de cet endroit'),
    otherwise: 'Trop d’essais sont venus de cet endroit en peu de temps.',
    remedy: 'Patientez, puis recommencez.',
  },
  unauthenticated: {
    title: 'Session terminée',
    otherwise:
      'Vous n’êtes pas connecté, ou votre session s’est terminée après un moment sans activité.',
    remedy: 'Reconnectez-vous\u00a0: vous reviendrez à cette page.',
  },
  unreconciled: {
    title: 'Tubes sans décision',
    happened: (details) => {
      const tubes = textsOf(details, 'remaining')
      return tubes.length === 0
        ? undefined
        : `L’envoi ne peut pas être clos\u00a0: ${tubes.length > 1 ? 'les tubes' : 'le tube'} ${tubes.join(', ')} ${tubes.length > 1 ? 'restent' : 'reste'} sans décision.`
    },
    otherwise: 'Des tubes de cet envoi restent sans décision.',
    remedy: 'Scannez chaque tube, confirmez-le à la main avec un motif, ou déclarez-le manquant.',
  },
  'wrong-state': {
    title: 'Impossible à ce stade',
    otherwise: 'Cette action n’est pas possible au stade actuel.',
    remedy: 'Rechargez la page\u00a0: quelqu’un a pu agir avant vous.',
  },
}
