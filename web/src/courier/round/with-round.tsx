import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useSession } from '../../api/session.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Lines } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { fetchRun } from '../offline/fetch-runs.js'
import type { LocalRun } from '../offline/local-run.js'
import { useRound } from '../offline/use-round.js'
import { Screen } from '../shell/screen.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

/** The round of this page's address, from the telephone; asked from the server when it is not there. */
export function WithRound({ children }: { readonly children: (run: LocalRun) => ReactNode }) {
  const texts = useCourierTexts()
  const { user } = useSession()
  const runId = usePathParam('runId')
  const { isLoading, round } = useRound(runId)
  const [asked, setAsked] = useState<string>()
  const isMissing = !isLoading && round === undefined
  useEffect(() => {
    if (!isMissing) return
    // Without network the sentence below says what to do.
    fetchRun(user.id, runId)
      .catch(() => undefined)
      .finally(() => setAsked(runId))
  }, [isMissing, runId, user.id])
  if (round !== undefined) return children(round)
  return (
    <Screen title={texts('title')} back="/tournee">
      {isLoading || asked !== runId ? (
        <Lines count={5} height={64} />
      ) : (
        <EmptyState
          title={texts('round.unknown')}
          action={
            <Button component={Link} to="/tournee" variant="light">
              {texts('round.toList')}
            </Button>
          }
        >
          {texts('round.unknownSentence')}
        </EmptyState>
      )}
    </Screen>
  )
}
