import type { Tx } from '../platform/db/transaction.js'
import type { Vault } from './secrets.js'
import { totpStepOf } from './totp.js'

interface PresentedCode {
  /** Whose code. */
  readonly id: string
  /** As stored: sealed, bound to its user. */
  readonly totpSecret: string | null
  readonly code: string | undefined
  readonly at: Date
}

/**
 * Whether the code is right and was not used before; it is then used up, with every older one
 * (RFC 6238 §5.2: a code is accepted once). The condition in the update decides between two racers.
 */
export async function spendTotpCode(
  tx: Tx,
  vault: Vault,
  { id, totpSecret, code, at }: PresentedCode,
): Promise<boolean> {
  const secret = totpSecret === null ? undefined : vault.open('totp-secret', totpSecret, id)
  if (secret === undefined || code === undefined) return false
  const step = totpStepOf(secret, code, at)
  if (step === undefined) return false

  const spent = await tx.appUser.updateMany({
    where: { id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  })
  return spent.count === 1
}
