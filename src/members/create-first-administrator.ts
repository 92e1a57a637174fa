import { hashPassword, requireStrongPassword } from '../access/index.js'
import { type GroupingId, newId, UserId } from '../kernel/ids.js'
import { emailExplained, enterAccount } from './create-user.js'
import { enterRole } from './enter-role.js'
import { founding, type Installation } from './found.js'
import type { UserView } from './user-schema.js'
import { userView } from './users.js'

export interface FirstAdministrator {
  readonly groupingId: GroupingId
  readonly email: string
  readonly displayName: string
  readonly password: string
}

/**
 * The administrator a new grouping starts with: an act of the installation, like founding it.
 * @throws DomainError `invalid-input` weak password · `duplicate` · `not-found`
 */
export async function createFirstAdministrator(
  installation: Installation,
  { groupingId, email, displayName, password }: FirstAdministrator,
): Promise<UserView> {
  requireStrongPassword(password, email)
  const passwordHash = await hashPassword(password)
  const userId = newId(UserId)
  return emailExplained(() =>
    founding(installation, groupingId, async (tx, ctx) => {
      await enterAccount(tx, ctx, {
        ...{ id: userId, email: email.toLowerCase(), displayName, jobTitle: '' },
        ...{ passwordHash, groupingId },
      })
      await enterRole(tx, ctx, { groupingId, userId, role: 'administrator' })
      return userView(tx, userId)
    }),
  )
}
