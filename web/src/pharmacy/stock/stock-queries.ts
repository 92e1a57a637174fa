import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { dayOf } from '../../texts/formats.js'
import type { StockSearch } from './stock-search.js'

const DAY_MS = 86_400_000
const PAGE = '100'

/** The civil day so many days from now, as the filters of the API want it. */
export const dayIn = (days: number): string => dayOf(Date.now() + days * DAY_MS)

const given = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )

const flag = (value: boolean | undefined): string | undefined => (value ? 'true' : undefined)

/** A search shorter than this is not sent. */
const searched = (q: string | undefined): string | undefined => {
  const typed = q?.trim() ?? ''
  return typed.length < 2 ? undefined : typed
}

/** Products as the filters ask for them. */
export const itemsPage =
  (groupingId: string, filters: StockSearch) => (cursor: string | undefined) =>
    read(
      api.stock.items.$get({
        query: {
          groupingId,
          limit: PAGE,
          ...given({
            cursor,
            q: searched(filters.q),
            storageClass: filters.classe,
            narcotic: flag(filters.stup),
            onlyBlocked: flag(filters.bloque),
            onlyBelowAllotment: flag(filters.dotation),
            onlyUnavailable: flag(filters.epuise),
            onlyInStock: filters.vides || filters.epuise ? undefined : 'true',
            expiresBefore: filters.jours === undefined ? undefined : dayIn(filters.jours + 1),
          }),
        },
      }),
    )

export const lotsPage =
  (groupingId: string, filters: StockSearch & { productId?: string; anywhere?: boolean }) =>
  (cursor: string | undefined) =>
    read(
      api.stock.lots.$get({
        query: {
          groupingId,
          limit: PAGE,
          ...given({
            cursor,
            q: searched(filters.q),
            productId: filters.productId,
            locationId: filters.lieu,
            held: filters.anywhere ? 'anywhere' : undefined,
            storageClass: filters.classe,
            narcotic: flag(filters.stup),
            status: filters.bloque ? 'blocked' : undefined,
            expiresFrom: filters.de,
            expiresBefore:
              filters.avant ?? (filters.jours === undefined ? undefined : dayIn(filters.jours + 1)),
          }),
        },
      }),
    )

export const placesQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['stock', 'places', groupingId],
    queryFn: () => read(api.stock.places.$get({ query: { groupingId } })),
  })

export const horizonQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['stock', 'horizon', groupingId],
    queryFn: () => read(api.stock['expiry-horizon'].$get({ query: { groupingId, weeks: '26' } })),
  })

export const consumptionQuery = (groupingId: string, productId?: string) =>
  queryOptions({
    queryKey: ['stock', 'consumption', groupingId, productId],
    queryFn: () =>
      read(
        api.stock.consumption.$get({
          query: { groupingId, weeks: '13', ...given({ productId }) },
        }),
      ),
  })

export const coverageQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['stock', 'coverage', groupingId],
    queryFn: () => read(api.stock.coverage.$get({ query: { groupingId, limit: '15' } })),
  })

/** The figures of one product at the hub; nothing when the hub never held it. */
export const itemQuery = (groupingId: string, productId: string) =>
  queryOptions({
    queryKey: ['stock', 'item', groupingId, productId],
    queryFn: async () => {
      const page = await read(api.stock.items.$get({ query: { groupingId, productId } }))
      return page.items[0] ?? null
    },
  })

export const reservationsQuery = (groupingId: string, productId: string) =>
  queryOptions({
    queryKey: ['stock', 'reservations', groupingId, productId],
    queryFn: () => read(api.stock.reservations.$get({ query: { groupingId, productId } })),
  })

export const movementsPage =
  (groupingId: string, productId: string) => (cursor: string | undefined) =>
    read(
      api.stock.movements.$get({
        query: { groupingId, productId, limit: '50', ...given({ cursor }) },
      }),
    )

export const productQuery = (productId: string) =>
  queryOptions({
    queryKey: ['products', productId],
    queryFn: () => read(api.products[':productId'].$get({ param: { productId } })),
  })

export const allotmentsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['allotments', groupingId],
    queryFn: () => read(api.allotments.$get({ query: { groupingId } })),
  })
