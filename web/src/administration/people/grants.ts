import type { RoleGrantView, UserView } from '../../../../src/members/user-schema.js'
import { today } from '../../texts/formats.js'

export type GrantState = 'in-force' | 'ended' | 'coming'

export function grantState({ fromOn, toOn }: Pick<RoleGrantView, 'fromOn' | 'toOn'>): GrantState {
  const day = today()
  if (fromOn > day) return 'coming'
  return toOn !== undefined && toOn < day ? 'ended' : 'in-force'
}

/** The roles that count today in one grouping. */
export const rolesInForce = (user: UserView, groupingId: string): readonly RoleGrantView[] =>
  user.grants.filter((grant) => grant.groupingId === groupingId && grantState(grant) === 'in-force')

export type SignInKind = 'both' | 'password' | 'provider' | 'machine'

export function signInKind({ kind, hasPassword, hasSecondFactor }: UserView): SignInKind {
  if (kind === 'machine') return 'machine'
  if (!hasPassword) return 'provider'
  return hasSecondFactor ? 'both' : 'password'
}
