import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes as osRandomBytes,
} from 'node:crypto'

const SECRET_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** 256 bits from the operating system, as text that travels in a header. */
export const randomSecret = (): string => osRandomBytes(SECRET_BYTES).toString('base64url')

/** A short public name for a secret, so that people can tell two keys apart. */
export const randomPrefix = (): string => osRandomBytes(4).toString('hex')

/** What is stored of a secret with 256 bits of entropy: a plain digest needs no salt and no slow hash. */
export const digestOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** What a sealed value is for: one purpose's key never opens another purpose's value. */
export type Purpose = 'totp-secret' | 'oidc-flow'

/** Encrypts small values under keys derived from the installation's secret. */
export interface Vault {
  /** `boundTo` must be given again to open: a value copied to another row does not open there. */
  seal(purpose: Purpose, plain: string, boundTo: string): string
  /** Undefined when the value was forged, altered, sealed for something else or under another secret. */
  open(purpose: Purpose, sealed: string, boundTo: string): string | undefined
}

/** AES-256-GCM under HKDF-SHA-256 keys of the configured secret, one key per purpose. */
export function createVault(secret: string): Vault {
  const keyFor = (purpose: Purpose): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `navette/${purpose}/v1`, SECRET_BYTES))

  return {
    seal(purpose, plain, boundTo) {
      const iv = osRandomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(boundTo))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(purpose, sealed, boundTo) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < IV_BYTES + TAG_BYTES) return undefined
      const iv = bytes.subarray(0, IV_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), iv)
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      try {
        const plain = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]
        return Buffer.concat(plain).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
