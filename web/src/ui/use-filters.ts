import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

interface FilterSchema<Filters> {
  safeParse(
    search: unknown,
  ): { readonly success: true; readonly data: Filters } | { readonly success: false }
}

/**
 * Filters that live in the address: shared by a link, kept by «back». What does not parse is left out.
 * @param schema an object of optional fields, at module level (`z.object` of `zod/mini`)
 */
export function useFilters<Filters extends object>(
  schema: FilterSchema<Filters>,
  none: Filters,
): readonly [Filters, (change: Partial<Filters>) => void] {
  const search: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const filters = useMemo(() => {
    const parsed = schema.safeParse(search)
    return parsed.success ? parsed.data : none
  }, [schema, search, none])
  const change = useCallback(
    (part: Partial<Filters>) => {
      const entries = Object.entries({ ...filters, ...part }).filter(
        ([, value]) => value !== undefined && value !== '',
      )
      void navigate({ to: '.', search: Object.fromEntries(entries), replace: true })
    },
    [filters, navigate],
  )
  return [filters, change]
}
