import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** One step before or after: a phone's clock, and the seconds it takes to type. */
const WINDOW_STEPS = 1

const totpOf = (secret: string, email = ''): TOTP =>
  new TOTP({
    issuer: 'Navette',
    label: email,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })

/** A new shared secret (160 bits, RFC 4226 §4), in base32 for people who type it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The `otpauth://` address that an authenticator application reads from a QR code. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString()

/** The time step `code` belongs to (RFC 6238), or undefined when it is not a code of now. */
export function totpStepOf(secret: string, code: string, now: Date): bigint | undefined {
  const delta = totpOf(secret).validate({
    token: code,
    timestamp: now.getTime(),
    window: WINDOW_STEPS,
  })
  if (delta === null) return undefined
  return BigInt(Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta)
}
