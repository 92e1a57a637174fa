import type { Database } from '../platform/db/client.js'
import { asSystem } from '../platform/db/transaction.js'

/**
 * Seals every audit entry that has no seal yet, in all chains, and answers how many. May run in several
 * processes at once: they take turns.
 */
export async function sealAuditEntries(db: Database): Promise<number> {
  return asSystem(db, async (tx) => {
    const [row] = await tx.$queryRaw<{ sealed: bigint }[]>`select navette_seal_audit() as sealed`
    return Number(row?.sealed ?? 0n)
  })
}
