import { useGrouping, useHolds } from '../../app/place.js'

/** The grouping that is administered or inspected: this space always acts for one. */
export function useAdministered() {
  const grouping = useGrouping()
  if (grouping === undefined) throw new Error('This page needs a grouping to act for')
  return grouping
}

/** Auditors read the same pages without their acts; the server decides again. */
export const useMayAdminister = (): boolean => useHolds(['administrator'])
