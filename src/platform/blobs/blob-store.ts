import { createHash } from 'node:crypto'
import { DomainError } from '../../kernel/errors.js'

export interface StoredBlob {
  /** SHA-256 of the bytes in hexadecimal: their name. */
  readonly sha256: string
  readonly sizeBytes: number
}

/** Bytes by their hash: the same bytes are stored once, and what is stored never changes. */
export interface BlobStore {
  /** @throws DomainError `storage-unavailable` read-only, full or unreachable; nothing half-written stays */
  put(bytes: Uint8Array, mediaType: string): Promise<StoredBlob>
  /** @throws DomainError `storage-unavailable` unreachable, or what is there is not what was stored */
  get(sha256: string): Promise<Uint8Array | undefined>
  /** @throws DomainError `storage-unavailable` */
  has(sha256: string): Promise<boolean>
  /** Rejects when documents could not be stored now; for readiness. */
  check(): Promise<void>
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

const SHA256 = /^[0-9a-f]{64}$/

/** A name that is not a hash is a defect of ours, and must never become a path. */
export function requireSha256(sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError('A blob is named by its SHA-256 in hexadecimal')
  return sha256
}

/** @throws DomainError `storage-unavailable` when `bytes` are not those that were stored under `sha256` */
export function verified(bytes: Uint8Array, sha256: string): Uint8Array {
  if (sha256Of(bytes) === sha256) return bytes
  throw storageUnavailable(
    'damaged',
    `The stored file ${sha256} is damaged: restore it from the backup of the document storage`,
  )
}

export type StorageFailure =
  | 'damaged'
  | 'full'
  | 'read-only'
  | 'refused'
  | 'unreachable'
  | 'missing-bucket'

export const storageUnavailable = (reason: StorageFailure, message: string): DomainError =>
  new DomainError('storage-unavailable', message, { reason })
