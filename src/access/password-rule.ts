import { DomainError } from '../kernel/errors.js'

/** What a password lacks; the screen turns each into a sentence. */
export type PasswordWeakness =
  | 'too-short'
  | 'no-lowercase'
  | 'no-uppercase'
  | 'no-digit'
  | 'no-special-or-two-more'
  | 'contains-email'

const SHORTEST = 12
const SHORTEST_WITHOUT_SPECIAL = 14
const PASSPHRASE_WORDS = 7
/** Below this a part of an e-mail address is found in ordinary passwords by chance. */
const EMAIL_PART_MIN = 4

const CLASSES: readonly (readonly [RegExp, PasswordWeakness])[] = [
  [/\p{Ll}/u, 'no-lowercase'],
  [/\p{Lu}/u, 'no-uppercase'],
  [/\p{Nd}/u, 'no-digit'],
]

/**
 * Weaknesses of a password under the 80-bit rule of CNIL deliberation 2022-100: 12 characters of four
 * classes, or 14 of three without specials, or a phrase of 7 words. Empty when it is strong enough.
 */
export function passwordWeaknesses(password: string, email: string): PasswordWeakness[] {
  const [localPart = ''] = email.toLowerCase().split('@')
  if (localPart.length >= EMAIL_PART_MIN && password.toLowerCase().includes(localPart)) {
    return ['contains-email']
  }
  if (isPassphrase(password)) return []

  const length = [...password].length
  const found = CLASSES.filter(([shape]) => !shape.test(password)).map(([, weakness]) => weakness)
  if (length < SHORTEST) return ['too-short', ...found]
  const hasSpecial = /[^\p{L}\p{Nd}]/u.test(password)
  if (!hasSpecial && length < SHORTEST_WITHOUT_SPECIAL) found.push('no-special-or-two-more')
  return found
}

/** Distinct words, so that one word typed seven times is not a phrase. */
function isPassphrase(password: string): boolean {
  const words = password.toLowerCase().split(/[\s'’-]+/u)
  return new Set(words.filter((word) => /\p{L}/u.test(word))).size >= PASSPHRASE_WORDS
}

/**
 * Refuses a weak password, naming what it lacks in `details.weaknesses`.
 * @throws DomainError `invalid-input` on `path`
 */
export function requireStrongPassword(password: string, email: string, path = 'password'): void {
  const weaknesses = passwordWeaknesses(password, email)
  if (weaknesses.length === 0) return
  const message = weaknesses.includes('contains-email')
    ? 'A password may not contain your e-mail name'
    : 'Use 12 characters with upper case, lower case, digit and special, or 14 without special, or a phrase of 7 different words'
  throw new DomainError('invalid-input', message, { errors: [{ path, message }], weaknesses })
}
