import { inject } from 'vitest'

/** Does something once the month of the story is over, and comes back to the day of the story. */
export async function onceTheMonthIsOver(work: () => Promise<void>): Promise<void> {
  const turn = () => process.kill(inject('e2eProcess'), 'SIGUSR2')
  turn()
  try {
    await work()
  } finally {
    turn()
  }
}
