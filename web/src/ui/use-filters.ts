import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type FiltersOf, type Readings, readFilters } from './filters.js'

/**
 * Filters that live in the address: shared by a link, kept by «back». What does not read is left out.
 * @param words declared once, at module level
 */
export function useFilters<const Words extends Readings>(
  words: Words,
): readonly [FiltersOf<Words>, (change: Partial<FiltersOf<Words>>) => void] {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const filters = useMemo(() => readFilters(words, search), [words, search])
  const change = useCallback(
    (part: Partial<FiltersOf<Words>>) => {
      const entries = Object.entries({ ...filters, ...part }).filter(
        ([, value]) => value !== undefined && value !== '',
      )
      void navigate({ to: '.', search: Object.fromEntries(entries), replace: true })
    },
    [filters, navigate],
  )
  return [filters, change]
}
