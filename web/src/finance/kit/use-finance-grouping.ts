import { useGrouping } from '../../app/place.js'

/** The grouping whose accounts are open: this space always acts for one. */
export function useFinanceGrouping() {
  const grouping = useGrouping()
  if (grouping === undefined) throw new Error('This page needs a grouping to act for')
  return grouping
}
