import { Button } from '@mantine/core'
import { useState } from 'react'
import { leftAt, needsSignature } from '../offline/at-stop.js'
import { beforeAt, closingOf } from '../offline/deed-drafts.js'
import type { LocalRun, LocalStop } from '../offline/local-run.js'
import { recordActs } from '../offline/record-acts.js'
import { useDriver } from '../offline/use-round.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { OutcomeSheet } from './outcome-sheet.js'

interface Props {
  readonly run: LocalRun
  readonly stop: LocalStop
  readonly onClosed: () => void
}

/** Ends a stop: at once when all is done, even if that was nothing; otherwise it asks how it ended. */
export function FinishStop({ run, stop, onClosed }: Props) {
  const texts = useCourierTexts()
  const driver = useDriver(run.id)
  const [asking, setAsking] = useState<'left' | 'outcome'>()
  const left = leftAt(run, stop)
  const isUnsigned = needsSignature(run, stop)
  const finish = async () => {
    if (left.length > 0 || isUnsigned) {
      setAsking('left')
      return
    }
    const before = beforeAt(run, { kind: 'stop', stopId: stop.id })
    await recordActs(driver, [...before, closingOf(stop.id)])
    onClosed()
  }
  const codes = left.map(({ code }) => code).join(', ')
  return (
    <>
      <Button variant="default" onClick={() => setAsking('outcome')}>
        {texts('stop.problem')}
      </Button>
      <Button
        variant={left.length === 0 && !isUnsigned ? 'filled' : 'light'}
        onClick={() => void finish()}
      >
        {texts('stop.finish')}
      </Button>
      <Sheet
        isOpen={asking === 'left'}
        onClose={() => setAsking(undefined)}
        title={texts('stop.missingTitle')}
      >
        <p style={{ margin: 0 }}>
          {left.length > 0 ? texts('stop.missingSentence', { codes }) : texts('stop.unsigned')}
        </p>
        <Button onClick={() => setAsking(undefined)}>{texts('stop.goBack')}</Button>
        <Button variant="default" onClick={() => setAsking('outcome')}>
          {texts('outcome.partial')}…
        </Button>
      </Sheet>
      <OutcomeSheet
        isOpen={asking === 'outcome'}
        onClose={() => setAsking(undefined)}
        run={run}
        stopId={stop.id}
        onClosed={onClosed}
      />
    </>
  )
}
