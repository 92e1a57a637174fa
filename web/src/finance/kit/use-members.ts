import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { membershipsQuery } from './queries.js'
import { useFinanceGrouping } from './use-finance-grouping.js'

export interface Member {
  readonly establishmentId: string
  readonly name: string
  readonly shortName: string
  /** Its place in the grouping’s fixed order: the same colour and pattern everywhere, for ever. */
  readonly position: number
}

/** Every member the grouping ever had, in its fixed order. */
export function useMembers(): ReadonlyMap<string, Member> {
  const { id } = useFinanceGrouping()
  const { data } = useQuery(membershipsQuery(id))
  return useMemo(() => {
    const ordered = [...(data ?? [])].sort((a, b) => a.memberOrder - b.memberOrder)
    const members = new Map<string, Member>()
    for (const { establishment } of ordered) {
      if (members.has(establishment.id)) continue
      const { id: establishmentId, name, shortName } = establishment
      members.set(establishmentId, { establishmentId, name, shortName, position: members.size })
    }
    return members
  }, [data])
}
