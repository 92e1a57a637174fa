import { DomainError } from '../kernel/errors.js'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Scripts that use the cookie and send no `Origin` add it: a foreign page cannot without a preflight. */
const OWN_HEADER = 'x-navette-request'

/**
 * Refuses a mutation that a foreign page made the browser send along with the cookie. `SameSite=Lax`
 * already stops most; this also covers sibling sub-domains and old browsers. An `Origin` must be ours;
 * without one, the request must carry `X-Navette-Request`.
 * @throws DomainError `forbidden`
 */
export function requireOwnOrigin(request: Request, publicUrl: string): void {
  if (SAFE_METHODS.has(request.method)) return
  if (request.headers.get('origin') === null && request.headers.has(OWN_HEADER)) return
  if (comesFromUs(request, publicUrl)) return
  throw new DomainError(
    'forbidden',
    'This request comes from another site; a script that uses the cookie sends X-Navette-Request',
  )
}

/**
 * As above for sign-in, which has no cookie yet: a foreign page may not sign somebody in to another
 * account, and a script without `Origin` may.
 */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  if (request.headers.get('origin') === null || comesFromUs(request, publicUrl)) return
  throw new DomainError('forbidden', 'This request comes from another site')
}

function comesFromUs({ headers }: Request, publicUrl: string): boolean {
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return origin === new URL(publicUrl).origin || new URL(origin).host === headers.get('host')
}
