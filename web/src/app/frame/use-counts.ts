/** What waits in each section, by its path. */
export const useCounts = (): Readonly<Record<string, number>> => ({})
