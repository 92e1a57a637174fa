import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LETTERS_MIN, productSearchQuery } from './product-queries.js'

const PAUSE_MS = 120

/** What the words typed may mean, once the fingers pause; the arrows walk through it. */
export function useHits(text: string, isChosen: boolean) {
  const [active, setActive] = useState(0)
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS)
  const asked = isChosen ? '' : settled
  const found = useQuery(productSearchQuery(asked))
  const isAsked = asked.length >= LETTERS_MIN
  const items = isAsked ? (found.data?.items ?? []) : []
  return {
    asked,
    items,
    active,
    isSearching: found.isFetching && asked !== '',
    isNothing: isAsked && found.isSuccess && items.length === 0,
    step: (by: number) => setActive((now) => Math.max(0, Math.min(items.length - 1, now + by))),
    restart: () => setActive(0),
  }
}
