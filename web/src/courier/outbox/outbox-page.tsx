import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '../../api/session.js'
import { sessionEnded } from '../../api/session-end.js'
import { useFormats } from '../../texts/formats.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { useNow } from '../../ui/use-now.js'
import { sendNow } from '../offline/sync.js'
import { type OutboxState, useOutbox } from '../offline/use-outbox.js'
import { Note, Screen, Section } from '../shell/screen.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { ActList } from './act-list.js'
import { exportActs } from './export-acts.js'

const OLD_MS = 2 * 60 * 60_000

/** Everything this telephone has not told the server, one by one, and what stands in the way. */
export function OutboxPage() {
  const texts = useCourierTexts()
  const { user } = useSession()
  const outbox = useOutbox()
  const { waiting, refused, recent } = outbox
  const [isSending, setSending] = useState(false)
  const conflicts = refused.filter(({ state }) => state === 'conflict')
  const send = async () => {
    setSending(true)
    await sendNow(user.id).finally(() => setSending(false))
  }
  const isClear = waiting.length === 0 && refused.length === 0
  return (
    <Screen
      title={texts('outbox.title')}
      back="/tournee"
      thumb={
        <Button data-wide loading={isSending} onClick={() => void send()}>
          {texts('outbox.sendNow')}
        </Button>
      }
    >
      <Standing outbox={outbox} />
      {isClear ? (
        <EmptyState title={texts('outbox.empty')}>{texts('outbox.emptySentence')}</EmptyState>
      ) : null}
      <ActList
        title={texts('outbox.refused')}
        acts={refused.filter(({ state }) => state === 'refused')}
      />
      <ActList title={texts('outbox.conflicts')} acts={conflicts} />
      <ActList title={texts('outbox.waiting')} acts={waiting} />
      {isClear ? null : (
        <Section title={texts('outbox.export')}>
          <p style={{ margin: 0 }}>{texts('outbox.exportHint')}</p>
          <Button variant="default" onClick={() => void exportActs([...waiting, ...refused])}>
            {texts('outbox.export')}
          </Button>
        </Section>
      )}
      <ActList title={texts('outbox.recent')} acts={recent} />
    </Screen>
  )
}

/** How the last attempt ended, and what a person must do about it. */
function Standing({ outbox }: { readonly outbox: OutboxState }) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const now = useNow()
  const { note, waiting, isOffline } = outbox
  const [oldest] = waiting
  const isOld = oldest !== undefined && now - Date.parse(oldest.at) > OLD_MS
  const last =
    note?.succeededAt == null
      ? texts('outbox.never')
      : texts('outbox.lastSuccess', { time: formats.time(note.succeededAt) })
  return (
    <>
      {isOffline ? <Note tone="warn">{texts('sync.resumed')}</Note> : null}
      {note?.end === 'unreached' && !isOffline ? (
        <Note tone="warn">{texts('outbox.unreached')}</Note>
      ) : null}
      {note?.end === 'signed-out' ? (
        <Note tone="stop">
          {texts('outbox.signedOut')}
          <Button fullWidth mt="sm" onClick={sessionEnded.tell}>
            {texts('outbox.signIn')}
          </Button>
        </Note>
      ) : null}
      {note?.end === 'not-allowed' ? <Note tone="stop">{texts('outbox.notAllowed')}</Note> : null}
      {isOld ? <Note tone="warn">{texts('outbox.old')}</Note> : null}
      <p style={{ margin: 0, color: 'var(--nv-dimmed)' }}>{last}</p>
    </>
  )
}
