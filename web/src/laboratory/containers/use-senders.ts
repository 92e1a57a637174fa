import { useQuery } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { useLaboratoryId } from '../use-laboratory.js'

/** The establishments that send to this laboratory, for a choice among them. */
export function useSenders(): { value: string; label: string }[] {
  const groupingId = useLaboratoryId()
  const { data } = useQuery({
    queryKey: ['memberships', 'senders', groupingId],
    queryFn: () => read(api.memberships.$get({ query: { groupingId, limit: '200' } })),
  })
  const byId = new Map(data?.items.map(({ establishment: { id, shortName } }) => [id, shortName]))
  return [...byId].map(([value, label]) => ({ value, label }))
}
