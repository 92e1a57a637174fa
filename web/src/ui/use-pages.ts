import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string | undefined
}

interface Options<Item> {
  readonly queryKey: readonly unknown[]
  /** `(cursor) => read(api.orders.$get({ query: { …filters, cursor } }))` */
  readonly page: (cursor: string | undefined) => Promise<Page<Item>>
  readonly enabled?: boolean
}

/** A list that pages by cursor, as one growing array for `DataTable`. */
export function usePages<Item>({ queryKey, page, enabled = true }: Options<Item>) {
  const query = useInfiniteQuery(
    infiniteQueryOptions({
      queryKey,
      queryFn: ({ pageParam }) => page(pageParam),
      initialPageParam: noCursor(),
      getNextPageParam: (last: Page<Item>) => last.nextCursor,
      enabled,
    }),
  )
  const items = useMemo(() => query.data?.pages.flatMap((each) => each.items) ?? [], [query.data])
  const more = query.hasNextPage
    ? { isLoading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }
    : undefined
  return { items, more, isLoading: query.isLoading, error: query.error, refetch: query.refetch }
}

const noCursor = (): string | undefined => undefined
