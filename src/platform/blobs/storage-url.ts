import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../kernel/errors.js'

export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface S3Location {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly credentials: S3Credentials
}

export type StorageLocation =
  | { readonly kind: 'folder'; readonly path: string }
  | ({ readonly kind: 's3' } & S3Location)

const DEFAULT_REGION = 'us-east-1'

/**
 * Where documents are stored: an absolute path, `file:///path`, or
 * `s3://key:secret@host:port/bucket?region=…&tls=false` (TLS unless said otherwise). Keys outside the
 * URL, from the standard variables, come in `credentials`; those in the URL win.
 * @throws DomainError `storage-unavailable` naming what is wrong with the URL, never its keys
 */
export function parseStorageUrl(storageUrl: string, credentials?: S3Credentials): StorageLocation {
  if (isAbsolute(storageUrl)) return { kind: 'folder', path: storageUrl }
  if (!URL.canParse(storageUrl)) throw misconfigured('is neither an absolute path nor a URL')
  const url = new URL(storageUrl)
  if (url.protocol === 'file:') return { kind: 'folder', path: fileURLToPath(url) }
  if (url.protocol === 's3:') return s3Location(url, credentials)
  throw misconfigured(`starts with ${url.protocol}, which is neither file: nor s3:`)
}

function s3Location(url: URL, given: S3Credentials | undefined): StorageLocation {
  const bucket = decodeURIComponent(url.pathname.slice(1))
  if (url.host === '' || bucket === '' || bucket.includes('/')) {
    throw misconfigured('needs a host and one bucket, such as s3://host:9000/bucket')
  }
  const credentials = url.username === '' ? given : keysIn(url)
  if (credentials === undefined) {
    throw misconfigured('has no keys: write s3://key:secret@host/bucket or set AWS_ACCESS_KEY_ID')
  }
  const isPlain = url.searchParams.get('tls') === 'false'
  return {
    kind: 's3',
    endpoint: `${isPlain ? 'http' : 'https'}://${url.host}`,
    bucket,
    region: url.searchParams.get('region') ?? DEFAULT_REGION,
    credentials,
  }
}

const keysIn = ({ username, password }: URL): S3Credentials => ({
  accessKeyId: decodeURIComponent(username),
  secretAccessKey: decodeURIComponent(password),
})

const misconfigured = (what: string): DomainError =>
  new DomainError('storage-unavailable', `STORAGE_URL ${what}`, { reason: 'misconfigured' })
