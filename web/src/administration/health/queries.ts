import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { api, read, request } from '../../api/client.js'

const WAIT_MS = 10_000
const CHAIN_WAIT_MS = 300_000

const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), z.boolean()) })

/** What the process needs, and whether each answers; a 503 says it too. */
export const readinessQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async () => {
    const response = await request('/health/ready')
    return Readiness.parse(await response.json())
  },
  refetchInterval: WAIT_MS,
})

/** The last time the stock was held against its ledger, whichever way it went. */
export const reconciliationQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['audit-entries', groupingId, 'reconciliation'],
    queryFn: async () => {
      const last = (action: string) =>
        read(api['audit-entries'].$get({ query: { groupingId, action, limit: '1' } }))
      const [agreed, differed] = await Promise.all([
        last('stock.agrees-with-ledger'),
        last('stock.differs-from-ledger'),
      ])
      const [latest] = [...agreed.items, ...differed.items].toSorted((a, b) =>
        b.at.localeCompare(a.at),
      )
      return latest === undefined
        ? null
        : { at: latest.at, agrees: latest.action === 'stock.agrees-with-ledger' }
    },
    refetchInterval: WAIT_MS,
  })

export const openAlarmsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['deadline-alarms', 'open', groupingId],
    queryFn: () =>
      read(
        api['deadline-alarms'].$get({
          query: { groupingId, acknowledged: 'false', limit: '200' },
        }),
      ),
    select: ({ items }) => items.length,
    refetchInterval: WAIT_MS,
  })

export const deadCountQuery = queryOptions({
  queryKey: ['dead-letters', 'count'],
  queryFn: () => read(api['dead-letters'].$get({ query: { retried: 'false', limit: '200' } })),
  select: ({ items }) => items.length,
  refetchInterval: WAIT_MS,
})

/** As the audit page asks for it: the two share one answer. */
export const chainHealthQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['audit-chain', groupingId],
    queryFn: () => read(api['audit-chain'].$get({ query: { groupingId } })),
    staleTime: CHAIN_WAIT_MS,
    refetchInterval: CHAIN_WAIT_MS,
  })
