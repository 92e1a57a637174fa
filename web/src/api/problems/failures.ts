import type { Language } from '../../texts/language.js'

interface Failure {
  readonly title: string
  readonly sentence: string
  /** The number under which support finds the failure in the log, when the server gave one. */
  readonly remedy: (requestId: string | undefined) => string
}

interface Failures {
  readonly server: Failure
  readonly unknown: Failure
  readonly offline: { readonly title: string; readonly sentence: string; readonly remedy: string }
}

/** What is not a refusal: the server failed, said something unknown, or was not reached. */
export const FAILURES: Readonly<Record<Language, Failures>> = {
  fr: {
    server: {
      title: 'Une erreur est survenue',
      sentence: 'Navette n’a pas pu répondre. Votre saisie n’est peut-être pas enregistrée.',
      remedy: (requestId) =>
        requestId === undefined
          ? 'Rechargez la page et vérifiez avant de recommencer. Si cela se répète, prévenez le support.'
          : `Rechargez la page et vérifiez avant de recommencer. Si cela se répète, donnez ce numéro au support\u00a0: ${requestId}.`,
    },
    unknown: {
      title: 'Demande refusée',
      sentence:
        'Navette a refusé cette demande pour une raison que cet écran ne connaît pas encore.',
      remedy: (requestId) =>
        requestId === undefined
          ? 'Rechargez la page pour prendre la dernière version, puis recommencez.'
          : `Rechargez la page pour prendre la dernière version, puis recommencez. Si cela se répète, donnez ce numéro au support\u00a0: ${requestId}.`,
    },
    offline: {
      title: 'Hors réseau',
      sentence:
        'Le serveur est injoignable\u00a0: ce qui est affiché peut dater. Votre saisie reste à l’écran et rien de ce qui est enregistré n’est perdu.',
      remedy:
        'Attendez le retour du réseau, puis recommencez\u00a0: une demande déjà reçue ne sera pas faite deux fois.',
    },
  },
  en: {
    server: {
      title: 'Something went wrong',
      sentence: 'Navette could not answer. What you entered may not be saved.',
      remedy: (requestId) =>
        requestId === undefined
          ? 'Reload the page and check before you try again. If it happens again, tell support.'
          : `Reload the page and check before you try again. If it happens again, give support this number: ${requestId}.`,
    },
    unknown: {
      title: 'Refused',
      sentence: 'Navette refused this for a reason this screen does not know yet.',
      remedy: (requestId) =>
        requestId === undefined
          ? 'Reload the page for the latest version, then try again.'
          : `Reload the page for the latest version, then try again. If it happens again, give support this number: ${requestId}.`,
    },
    offline: {
      title: 'Offline',
      sentence:
        'The server cannot be reached: what is shown may be old. What you entered stays on the screen, and nothing that was saved is lost.',
      remedy: 'Wait for the network, then try again: what was received already is not done twice.',
    },
  },
}
