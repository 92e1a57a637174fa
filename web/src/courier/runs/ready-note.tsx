import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Note } from '../shell/screen.js'
import { useOfflineReady } from '../shell/use-offline-ready.js'
import { useRunsTexts } from '../texts/use-runs-texts.js'
import { useInstall } from './use-install.js'

/** Whether the telephone may forget what it holds, and what to do about it. */
export function ReadyNote() {
  const texts = useRunsTexts()
  const install = useInstall()
  const ready = useOfflineReady()
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setKept)
  }, [])
  if (ready.hasScreens && !ready.isKept) return <Note tone="warn">{texts('ready.notKept')}</Note>
  if (install.isInstalled) return null
  return (
    <Note tone={isKept ? 'info' : 'warn'}>
      {isKept ? '' : `${texts('ready.volatile')} `}
      {install.ask === undefined ? (
        texts('ready.installHint')
      ) : (
        <Button fullWidth mt="sm" variant="light" onClick={install.ask}>
          {texts('ready.install')}
        </Button>
      )}
    </Note>
  )
}
