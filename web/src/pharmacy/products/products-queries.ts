import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

/** The best products for what was typed: names, substances, strengths and codes, typos understood. */
export const foundProductsQuery = (search: string) =>
  queryOptions({
    queryKey: ['products', 'found', search],
    queryFn: () => read(api.products.$get({ query: { search, limit: '12' } })),
  })
