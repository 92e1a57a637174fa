import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import type { LocalRun, LocalStop } from '../offline/local-run.js'
import { Note } from '../shell/screen.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { SignSheet } from './sign-sheet.js'

interface Props {
  readonly run: LocalRun
  readonly stop: LocalStop
  readonly isNeeded: boolean
}

/** The signature of whoever received: owed for narcotics, possible for everything handed over. */
export function StopSignature({ run, stop, isNeeded }: Props) {
  const texts = useCourierTexts()
  const [isSigning, setSigning] = useState(false)
  const given = run.items.filter(
    ({ kind, doneStopId }) => kind === 'tote' && doneStopId === stop.id,
  )
  if (given.length === 0) return null
  return (
    <>
      {isNeeded ? <Note tone="stop">{texts('stop.mustSign')}</Note> : null}
      {stop.signedBy === null ? null : (
        <Note tone="ok">{texts('stop.signed', { name: stop.signedBy })}</Note>
      )}
      <Button
        variant={isNeeded ? 'filled' : 'default'}
        leftSection={<IconSignature aria-hidden />}
        onClick={() => setSigning(true)}
      >
        {texts('stop.sign')}
      </Button>
      <SignSheet
        isOpen={isSigning}
        onClose={() => setSigning(false)}
        runId={run.id}
        stopId={stop.id}
        codes={given.map(({ code }) => code)}
      />
    </>
  )
}
