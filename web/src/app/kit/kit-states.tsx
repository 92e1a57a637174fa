import { Button, Stack } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, NetworkProblem } from '../../api/problem.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { JobProgress, jobQuery } from '../../ui/state/job-progress.js'
import { Lines } from '../../ui/state/lines.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const REFUSED = new ApiProblem({
  status: 409,
  code: 'unreconciled',
  detail: '2 tube(s) still have no verdict: EC10000001, EC10000002',
  remaining: ['EC10000001', 'EC10000002'],
})
const WRONG_FIELDS = new ApiProblem({
  status: 422,
  code: 'invalid-input',
  errors: [
    { path: 'idealMinutes', message: 'The ideal delay cannot be longer than the maximum one' },
  ],
})
const BROKEN = new ApiProblem({ status: 500, requestId: '0000-0000' })
const OFFLINE = new NetworkProblem()

/** What a page shows when there is nothing, not yet, not allowed, or not reachable. */
export function KitStates() {
  const texts = useKitTexts()
  return (
    <Panel title={texts('sections.states')}>
      <Shown name="Loadable · Lines" use={texts('states.loading')}>
        <Lines />
      </Shown>
      <Shown name="EmptyState" use={texts('states.empty')}>
        <EmptyState
          title={texts('states.emptyTitle')}
          action={<Button variant="default">{texts('states.emptyAction')}</Button>}
        >
          {texts('states.emptySentence')}
        </EmptyState>
      </Shown>
      <Shown name="ProblemAlert" use={texts('states.refused')}>
        <ProblemAlert error={REFUSED} />
      </Shown>
      <Shown name="ProblemAlert" use={texts('states.fields')}>
        <ProblemAlert error={WRONG_FIELDS} />
      </Shown>
      <Shown name="ProblemAlert" use={texts('states.offline')}>
        <ProblemAlert error={OFFLINE} />
      </Shown>
      <Shown name="ProblemAlert" use={texts('states.error')}>
        <ProblemAlert error={BROKEN} />
      </Shown>
      <Shown name="JobProgress" use={texts('states.job')}>
        <SampleJobs />
      </Shown>
    </Panel>
  )
}

const AT = '2026-03-12T08:41:00.000Z'

/** Jobs that only exist here: their answers are put in a cache of their own. */
function SampleJobs() {
  const texts = useKitTexts()
  const [client] = useState(() => {
    const samples = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
    const sample = { queue: 'documents', percent: 100, attempts: 1, addedAt: AT } as const
    for (const state of ['completed', 'failed'] as const) {
      const job = { ...sample, id: state, name: 'sample', state }
      samples.setQueryData(jobQuery('documents', state).queryKey, job)
    }
    return samples
  })
  return (
    <QueryClientProvider client={client}>
      <Stack gap="md" maw={480}>
        <JobProgress queue="documents" id="completed" label={texts('states.jobLabel')} />
        <JobProgress queue="documents" id="failed" label={texts('states.jobFailed')} />
      </Stack>
    </QueryClientProvider>
  )
}
