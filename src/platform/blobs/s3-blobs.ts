import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import {
  type BlobStore,
  requireSha256,
  sha256Of,
  storageUnavailable,
  verified,
} from './blob-store.js'
import type { S3Location } from './storage-url.js'

const CONNECT_TIMEOUT_MS = 3_000
const REQUEST_TIMEOUT_MS = 30_000
const ATTEMPTS_MAX = 3

/** Blobs as objects of one bucket, on Amazon S3 or anything that speaks like it. */
export function s3Blobs(location: S3Location): BlobStore {
  const client = clientFor(location)
  const place = `${location.endpoint}/${location.bucket}`
  const objectOf = (sha256: string) => ({
    Bucket: location.bucket,
    Key: `blobs/${requireSha256(sha256)}`,
  })

  return {
    has: async (sha256) => {
      const command = new HeadObjectCommand(objectOf(sha256))
      return (await translated(place, () => unlessMissing(client.send(command)))) !== undefined
    },
    put: async (bytes, mediaType) => {
      const sha256 = sha256Of(bytes)
      // S3 shows an object only once it is complete, so there is nothing half-written to hide.
      const object = { ...objectOf(sha256), Body: bytes, ContentType: mediaType }
      await translated(place, () => client.send(new PutObjectCommand(object)))
      return { sha256, sizeBytes: bytes.byteLength }
    },
    get: async (sha256) => {
      const command = new GetObjectCommand(objectOf(sha256))
      const bytes = await translated(place, async () => {
        const object = await unlessMissing(client.send(command))
        return object?.Body?.transformToByteArray()
      })
      return bytes === undefined ? undefined : verified(bytes, sha256)
    },
    check: async () => {
      await translated(place, () => client.send(new HeadBucketCommand({ Bucket: location.bucket })))
    },
  }
}

const clientFor = ({ endpoint, region, credentials }: S3Location): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials,
    // Bucket names as host names need DNS that few private stores have.
    forcePathStyle: true,
    maxAttempts: ATTEMPTS_MAX,
    // Newer checksum headers are unknown to many S3-compatible stores; we verify a stronger hash ourselves.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
  })

const isMissingObject = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  error.$metadata.httpStatusCode === 404 &&
  error.name !== 'NoSuchBucket'

async function unlessMissing<T>(sending: Promise<T>): Promise<T | undefined> {
  try {
    return await sending
  } catch (error) {
    if (isMissingObject(error)) return undefined
    throw error
  }
}

async function translated<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
    if (status === 403 || status === 401) {
      throw storageUnavailable(
        'refused',
        `The storage ${place} refuses our keys: check those in STORAGE_URL and that they may read and write`,
      )
    }
    if (status === 404) {
      throw storageUnavailable('missing-bucket', `There is no bucket at ${place}: create it`)
    }
    if (status === 507) {
      throw storageUnavailable(
        'full',
        `The storage ${place} is full: free some space, then try again`,
      )
    }
    throw storageUnavailable(
      'unreachable',
      `The storage ${place} does not answer as it should (${status ?? reasonOf(error)}): check that it runs and that STORAGE_URL is right`,
    )
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
