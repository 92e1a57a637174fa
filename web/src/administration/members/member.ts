import type { EstablishmentView } from '../../../../src/members/schema.js'
import { today } from '../../texts/formats.js'

export type Membership = EstablishmentView['memberships'][number]

/** One membership of the grouping with its establishment: the same one may have left and come back. */
export interface Member {
  readonly establishment: EstablishmentView
  readonly membership: Membership
}

export function membersOf(
  establishments: readonly EstablishmentView[],
  groupingId: string,
): readonly Member[] {
  return establishments
    .flatMap((establishment) =>
      establishment.memberships
        .filter((membership) => membership.groupingId === groupingId)
        .map((membership) => ({ establishment, membership })),
    )
    .toSorted(
      (a, b) =>
        a.membership.memberOrder - b.membership.memberOrder ||
        a.membership.fromOn.localeCompare(b.membership.fromOn),
    )
}

export type MembershipState = 'in-force' | 'ended' | 'coming'

/** The server says whether it is in force; otherwise it is before or after. */
export const membershipState = ({ isInForce, fromOn }: Membership): MembershipState =>
  isInForce ? 'in-force' : fromOn > today() ? 'coming' : 'ended'
