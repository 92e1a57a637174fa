import { StateBadge } from '../../ui/marks/state-badge.js'
import { type Membership, membershipState } from './member.js'
import { useMembersTexts } from './texts.js'

const TONES = { 'in-force': 'ok', ended: 'neutral', coming: 'info' } as const

export function MembershipBadge({ of }: { readonly of: Membership }) {
  const texts = useMembersTexts()
  const state = membershipState(of)
  return <StateBadge tone={TONES[state]}>{texts(`state.${state}`)}</StateBadge>
}
