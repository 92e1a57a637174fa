import { invalidField } from '../kernel/errors.js'

/**
 * The version a caller read, from `If-Match: "3"`.
 * @throws DomainError `invalid-input` when the header is absent or is no version
 */
export function versionFrom(header: string | undefined): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? '')?.[1]
  if (version !== undefined) return Number(version)
  throw invalidField('If-Match', 'Send the version you read, as If-Match: "3"')
}
