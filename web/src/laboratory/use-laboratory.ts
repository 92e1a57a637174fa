import { useGrouping, useHolds } from '../app/place.js'

/** The laboratory the person acts for. */
export function useLaboratoryId(): string {
  const grouping = useGrouping()
  if (grouping === undefined) throw new Error('This page needs a laboratory')
  return grouping.id
}

export const useIsAtBench = (): boolean => useHolds(['lab-technician', 'biologist'])
export const useIsBiologist = (): boolean => useHolds(['biologist'])
