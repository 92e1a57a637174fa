import { useLiveQuery } from 'dexie-react-hooks'
import { useSession } from '../../api/session.js'
import { database } from './database.js'
import { type LocalRun, localRun } from './local-run.js'

/** The round as it stands on this telephone now; undefined when it was never downloaded here. */
export async function readRound(runId: string): Promise<LocalRun | undefined> {
  const [known, acts] = await Promise.all([
    database.runs.get(runId),
    database.acts.where({ runId }).toArray(),
  ])
  return known === undefined ? undefined : localRun(known, acts)
}

interface Round {
  readonly isLoading: boolean
  readonly round: LocalRun | undefined
}

/** The round, again at every act, also of another tab. */
export function useRound(runId: string): Round {
  const found = useLiveQuery(async () => ({ round: await readRound(runId) }), [runId])
  return { isLoading: found === undefined, round: found?.round }
}

export const useDriver = (runId: string) => {
  const { user } = useSession()
  return { userId: user.id, runId }
}
