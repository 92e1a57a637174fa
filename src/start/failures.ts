import { ConfigError } from '../config.js'
import { DomainError } from '../kernel/errors.js'

type Sentence = (place: string) => string

const DISK_FULL: Sentence = (place) =>
  `Le disque qui porte ${place} est plein : libérez de la place, puis relancez.`
const NOT_WRITABLE: Sentence = (place) =>
  `Le dossier ${place} n’est pas accessible en écriture pour ce compte : donnez-lui ce droit, ou choisissez un autre dossier avec NAVETTE_DATA.`

/** By the `reason` that the embedded database and the document storage give, in what the operator reads. */
const BY_REASON: Readonly<Record<string, Sentence>> = {
  'disk-full': DISK_FULL,
  full: DISK_FULL,
  'read-only': NOT_WRITABLE,
  'not-a-folder': (place) =>
    `Un fichier occupe la place du dossier ${place} : déplacez-le, ou choisissez un autre dossier avec NAVETTE_DATA.`,
  'wrong-owner': (place) =>
    `La base de ${place} appartient à un autre compte : démarrez avec ce compte, ou donnez-lui le dossier (chown -R).`,
  'cannot-enter': (place) =>
    `Le compte sous lequel tourne la base ne peut pas entrer dans ${place} : choisissez un dossier qu’il peut atteindre avec NAVETTE_DATA, ou démarrez sans être root.`,
  'other-version': (place) =>
    `La base de ${place} vient d’une autre version majeure de PostgreSQL : restaurez une sauvegarde dans un dossier vide.`,
  held: (place) =>
    `Le dossier ${place} est tenu par un processus qui ne répond pas : arrêtez-le, puis relancez.`,
  'unsupported-platform': () =>
    'Aucun PostgreSQL embarqué n’est installé pour cette machine : relancez npm ci, ou donnez votre serveur avec DATABASE_URL.',
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
}

/** What PostgreSQL and the system say, in English whatever the locale, when a disk has no room left. */
const NO_ROOM = /No space left on device|\bENOSPC\b|\bEDQUOT\b|quota exceeded|\b53100\b/i

export const saysDiskFull = (text: string): boolean => NO_ROOM.test(text)

/** What stopped the start, as one French sentence with its remedy where we know it; otherwise as it came. */
export function explained(error: unknown, place: string): unknown {
  if (error instanceof ConfigError || !(error instanceof Error)) return error
  const details = error instanceof DomainError ? error.details : {}
  const reason = reasonOf(error, details)
  const sentence = BY_REASON[reason]
  if (sentence === undefined) return error
  const { directory } = details
  const where = typeof directory === 'string' ? directory : place
  return new DomainError('storage-unavailable', sentence(where), { reason })
}

function reasonOf(error: Error, details: Readonly<Record<string, unknown>>): string {
  if (saysDiskFull(error.message)) return 'disk-full'
  if (error instanceof DomainError) return String(details['reason'] ?? '')
  return SYSTEM_REASONS['code' in error ? String(error.code) : ''] ?? ''
}

const REACH: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'rien ne répond à cette adresse : démarrez la base ou corrigez',
  ECONNRESET: 'la connexion est coupée aussitôt : vérifiez le chiffrement (sslmode) dans',
  ENOTFOUND: 'ce nom de machine est inconnu : corrigez',
  EAI_AGAIN: 'ce nom de machine est inconnu : corrigez',
  EHOSTUNREACH: 'cette machine est injoignable : vérifiez le réseau ou corrigez',
  ENETUNREACH: 'cette machine est injoignable : vérifiez le réseau ou corrigez',
  ETIMEDOUT: 'cette machine ne répond pas : vérifiez le réseau ou corrigez',
  '28P01': 'le mot de passe est refusé : corrigez',
  '28000': 'ce compte est refusé : vérifiez pg_hba.conf ou corrigez',
  '3D000': 'cette base n’existe pas : créez-la (createdb) ou corrigez',
  '53300':
    'le serveur n’accepte plus de connexion : augmentez max_connections, réduisez DATABASE_CONNECTIONS ou corrigez',
  '57P03': 'le serveur démarre ou s’arrête : réessayez dans un instant, ou corrigez',
}

/** Why a database does not let us in: names the server and the variable to correct, never the password. */
export function noDatabase(error: unknown, url: string, variable: string): ConfigError {
  const { hostname, port, pathname } = new URL(url)
  const place = `${hostname}:${port || '5432'}${pathname}`
  const why = REACH[codeOf(error)] ?? `${wordsOf(error)} : vérifiez qu’elle tourne et corrigez`
  return new ConfigError(`La base de données ${place} est inaccessible, ${why} ${variable}.`)
}

/** A host with several addresses fails with an AggregateError whose parts say why. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return ''
  if (/timeout expired|timed out/i.test(error.message)) return 'ETIMEDOUT'
  return 'code' in error ? String(error.code) : ''
}

const wordsOf = (error: unknown): string => {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line
}
