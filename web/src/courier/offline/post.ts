import type { Answer } from './sync-round.js'

/** A dead network often neither answers nor fails. */
const PATIENCE_MS = 25_000

/**
 * One request to the API. Throws unless our server answered: no network, no answer in time, or a page
 * that is not ours, such as a hotel's sign-in page.
 */
export async function postJson(path: string, body: string, key: string): Promise<Answer> {
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) throw new TypeError('This is not an answer of the API')
  return { status: response.status, body: await response.json() }
}
