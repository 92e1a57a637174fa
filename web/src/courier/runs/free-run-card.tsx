import { Button } from '@mantine/core'
import type { RunSummary } from '../../../../src/courier/run-schema.js'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { useIsOnline } from '../offline/use-is-online.js'
import classes from '../shell/shell.module.css'
import { useRunsTexts } from '../texts/use-runs-texts.js'
import { RunHead } from './run-card.js'

/** A run without a courier: taking it needs the server, which gives it to one of two who ask. */
export function FreeRunCard({ run }: { readonly run: RunSummary }) {
  const texts = useRunsTexts()
  const isOnline = useIsOnline()
  const take = useAct({
    act: () => read(api.runs[':id'].take.$post({ param: { id: run.id } })),
    changes: ['runs'],
    success: texts('runs.taken', { number: run.number }),
  })
  return (
    <div className={classes['card']}>
      <RunHead run={run} />
      <span>{texts('runs.stops', { count: run.stops })}</span>
      <Button
        variant="light"
        onClick={() => take.mutate()}
        loading={take.isPending}
        disabled={!isOnline}
      >
        {texts('runs.take')}
      </Button>
    </div>
  )
}
