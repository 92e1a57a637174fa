import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { establishmentsQuery, membershipsQuery } from './queries.js'
import { useFinanceGrouping } from './use-finance-grouping.js'

export interface Member {
  readonly establishmentId: string
  readonly name: string
  readonly shortName: string
  /** Its place in the grouping’s fixed order. */
  readonly position: number
  /** Its colour and pattern: its own in every grouping, by the order establishments were entered in. */
  readonly tone: number
}

/** Every member the grouping ever had, in its fixed order. */
export function useMembers(): ReadonlyMap<string, Member> {
  const { id } = useFinanceGrouping()
  const { data: memberships } = useQuery(membershipsQuery(id))
  const { data: establishments } = useQuery(establishmentsQuery)
  return useMemo(() => {
    if (memberships === undefined || establishments === undefined) return new Map()
    const entered = establishments.map((establishment) => establishment.id).toSorted()
    const ordered = memberships.toSorted((a, b) => a.memberOrder - b.memberOrder)
    const members = new Map<string, Member>()
    for (const { establishment } of ordered) {
      if (members.has(establishment.id)) continue
      const { id: establishmentId, name, shortName } = establishment
      const position = members.size
      const at = entered.indexOf(establishmentId)
      const tone = at < 0 ? position : at
      members.set(establishmentId, { establishmentId, name, shortName, position, tone })
    }
    return members
  }, [memberships, establishments])
}
