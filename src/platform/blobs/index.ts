import type { BlobStore } from './blob-store.js'
import { folderBlobs } from './folder-blobs.js'
import { s3Blobs } from './s3-blobs.js'
import { parseStorageUrl, type S3Credentials } from './storage-url.js'

export type { BlobStore } from './blob-store.js'
export type { S3Credentials } from './storage-url.js'

/**
 * Opens the storage of documents; see `parseStorageUrl` for the forms of `storageUrl`. Does not touch
 * it yet: `check()` does.
 * @throws DomainError `storage-unavailable` when the URL makes no sense
 */
export function openBlobs(storageUrl: string, credentials?: S3Credentials): BlobStore {
  const location = parseStorageUrl(storageUrl, credentials)
  return location.kind === 'folder' ? folderBlobs(location.path) : s3Blobs(location)
}
