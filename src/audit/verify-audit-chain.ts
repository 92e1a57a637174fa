import type { GroupingId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

/** A grouping's chain, or that of what belongs to none. */
export type AuditChain = GroupingId | 'system'

export type AuditBreakReason = 'seal-missing' | 'entry-missing' | 'entry-moved' | 'entry-changed'

export interface AuditChainReport {
  readonly chain: AuditChain
  readonly sealed: number
  /** Entries the sealer has not reached yet; seconds old in a healthy system. */
  readonly unsealed: number
  /**
   * The last hash, in hexadecimal. Kept outside the database it also proves that the end of the chain
   * was not cut off, which the chain alone cannot tell.
   */
  readonly headHash: string
  /** The first position that does not hold; absent when everything does. */
  readonly brokenAt?: { readonly position: number; readonly reason: AuditBreakReason }
}

/** Recomputes a whole chain from the entries themselves. Reads what the caller may read. */
export async function verifyAuditChain(tx: Tx, chain: AuditChain): Promise<AuditChainReport> {
  const [totals] = await tx.$queryRaw<{ sealed: bigint; unsealed: bigint; head: string }[]>`
    select
      (select count(*) from audit_seal where chain = ${chain}) as sealed,
      (select count(*) from audit_entry e
        where coalesce(e.grouping_id::text, 'system') = ${chain}
          and not exists (select from audit_seal s where s.entry_id = e.id)) as unsealed,
      coalesce((select encode(hash, 'hex') from audit_seal
        where chain = ${chain} order by position desc limit 1), '') as head`
  const [broken] = await tx.$queryRaw<{ at_position: bigint; reason: AuditBreakReason }[]>`
    select at_position, reason from navette_audit_break(${chain})`
  return {
    chain,
    sealed: Number(totals?.sealed ?? 0n),
    unsealed: Number(totals?.unsealed ?? 0n),
    headHash: totals?.head ?? '',
    ...(broken === undefined
      ? {}
      : { brokenAt: { position: Number(broken.at_position), reason: broken.reason } }),
  }
}
