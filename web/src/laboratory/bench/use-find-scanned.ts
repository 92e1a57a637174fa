import { useQueryClient } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

export interface Scanned {
  readonly kind: 'container' | 'tube'
  readonly shipmentId: string
  /** The number of the container, or the code of the tube. */
  readonly title: string
}

/** What a code on a label names, when it names a container or a tube of this laboratory. */
export function useFindScanned(): (code: string) => Promise<Scanned | undefined> {
  const queries = useQueryClient()
  return async (code) => {
    const { items } = await queries.fetchQuery({
      queryKey: ['search', code],
      queryFn: () => read(api.search.$get({ query: { q: code } })),
    })
    for (const { kind, id, relatedId, title, isExact } of items) {
      if (!isExact) continue
      if (kind === 'shipment') return { kind: 'container', shipmentId: id, title }
      if (kind === 'tube' && relatedId !== undefined) {
        return { kind: 'tube', shipmentId: relatedId, title }
      }
    }
    return undefined
  }
}
