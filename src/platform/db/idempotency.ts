import { DomainError } from '../../kernel/errors.js'
import type { Context, IdempotencyClaim } from '../context.js'
import type { Tx } from './client.js'

/** What a verb may answer: plain JSON, so that the stored answer equals the first one. */
export type JsonSafe =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly JsonSafe[]
  | { readonly [key: string]: JsonSafe }

interface StoredAnswer {
  fingerprint: string
  response: { answer: unknown } | null
}

/**
 * Takes the key for this transaction. A twin that is still running makes the insert wait; once it has
 * committed, its answer is returned, and if it rolled back the key is ours.
 */
export async function claimAnswer<T>(
  tx: Tx,
  ctx: Context,
  { key, fingerprint }: IdempotencyClaim,
): Promise<{ answer: T } | undefined> {
  const claimed = await tx.$executeRaw`
    insert into idempotency_record (owner_id, key, fingerprint, created_at)
    values (${ctx.actor.userId}::uuid, ${key}, ${fingerprint}, ${ctx.clock()})
    on conflict do nothing`
  if (claimed === 1) return undefined

  const [earlier] = await tx.$queryRaw<StoredAnswer[]>`
    select fingerprint, response from idempotency_record
    where owner_id = ${ctx.actor.userId}::uuid and key = ${key}`
  if (earlier === undefined || earlier.fingerprint !== fingerprint || earlier.response === null) {
    throw new DomainError(
      'idempotency-key-reused',
      'This Idempotency-Key was already used for another request; send a new key',
      { key },
    )
  }
  return { answer: asAnswer<T>(earlier.response.answer) }
}

export async function keepAnswer(
  tx: Tx,
  ctx: Context,
  { key }: IdempotencyClaim,
  answer: JsonSafe,
): Promise<void> {
  const response = JSON.stringify({ answer: answer ?? null })
  await tx.$executeRaw`
    update idempotency_record set response = ${response}::jsonb
    where owner_id = ${ctx.actor.userId}::uuid and key = ${key}`
}

/** The one cast here: the fingerprint covers method, path and body, so the same verb wrote this answer. */
function asAnswer<T>(stored: unknown): T {
  return stored as T
}
