import { asSystem } from '../platform/db/transaction.js'
import type { AccessDeps } from './deps.js'
import type { SignInMethodsView } from './schema.js'

/**
 * How one can sign in to this installation. The accounts of a demonstration are offered only where demo
 * accounts are accepted, and only those this database has.
 */
export async function signInMethods(deps: AccessDeps): Promise<SignInMethodsView> {
  const { db, oidc, demo, acceptsDemoAccounts } = deps
  const view = { oidc: oidc !== undefined }
  if (demo === undefined || acceptsDemoAccounts !== true) return view
  const email = { in: demo.personas.map((persona) => persona.email) }
  const accounts = await asSystem(db, (tx) =>
    tx.appUser.findMany({
      where: { email, isDemo: true, disabledAt: null },
      select: { email: true },
    }),
  )
  const known = new Set(accounts.map((account) => account.email))
  const personas = demo.personas.filter((persona) => known.has(persona.email))
  return personas.length === 0 ? view : { ...view, demo: { password: demo.password, personas } }
}
