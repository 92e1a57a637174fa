/** Answers may come back in another order than they were asked for: an older one never replaces a newer one. */
export function answersInTurn() {
  let asked = 0
  const kept = new Map<string, number>()
  return {
    ask: (): number => {
      asked += 1
      return asked
    },
    /** Whether the answer to this question may be kept under `id`; the older ones may not any more. */
    mayKeep: (id: string, turn: number): boolean => {
      if (turn < (kept.get(id) ?? 0)) return false
      kept.set(id, turn)
      return true
    },
  }
}
