import { Button } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import type { RunSummary } from '../../../../src/courier/run-schema.js'
import { useSession } from '../../api/session.js'
import { PersonButton } from '../../app/frame/person-button.js'
import { dayOf, useFormats } from '../../texts/formats.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Lines } from '../../ui/state/loadable.js'
import { database } from '../offline/database.js'
import { useOutbox } from '../offline/use-outbox.js'
import { useReadRuns } from '../offline/use-read-runs.js'
import { Note, Screen, Section } from '../shell/screen.js'
import { useRunsTexts } from '../texts/use-runs-texts.js'
import { FreeRunCard } from './free-run-card.js'
import { ReadyNote } from './ready-note.js'
import { RunCard } from './run-card.js'
import { SoundButton } from './sound-button.js'

/** The first screen: what I drive now, today and next, and what nobody drives yet. */
export function RunsPage() {
  const texts = useRunsTexts()
  const formats = useFormats()
  const { user } = useSession()
  const reading = useReadRuns()
  const { ofOthers } = useOutbox()
  const found = useLiveQuery(async () => ({ list: await database.lists.get(user.id) }), [user.id])
  const list = found?.list
  return (
    <Screen
      title={texts('title')}
      subtitle={list ? texts('runs.readAt', { time: formats.time(list.readAt) }) : undefined}
      corner={<PersonButton />}
    >
      {ofOthers > 0 ? (
        <Note tone="warn">{texts('runs.otherWork', { count: ofOthers })}</Note>
      ) : null}
      {list === undefined ? (
        found === undefined || reading.isFetching ? (
          <Lines count={4} height={72} />
        ) : (
          <EmptyState title={texts('runs.neverRead')}>{texts('runs.neverReadSentence')}</EmptyState>
        )
      ) : (
        <RunList runs={list.runs} userId={user.id} />
      )}
      <Button variant="default" loading={reading.isFetching} onClick={() => void reading.refetch()}>
        {texts('runs.refresh')}
      </Button>
      <SoundButton />
      <ReadyNote />
    </Screen>
  )
}

interface ListProps {
  readonly runs: readonly RunSummary[]
  readonly userId: string
}

function RunList({ runs, userId }: ListProps) {
  const texts = useRunsTexts()
  const today = dayOf(new Date())
  const mine = runs.filter(({ courierId }) => courierId === userId)
  const isOver = ({ state }: RunSummary) => state === 'completed' || state === 'aborted'
  const groups = [
    { title: texts('runs.current'), items: mine.filter(({ state }) => state === 'started') },
    {
      title: texts('runs.today'),
      items: mine.filter((run) => run.state === 'assigned' && run.serviceOn <= today),
    },
    {
      title: texts('runs.next'),
      items: mine.filter((run) => run.state === 'assigned' && run.serviceOn > today),
    },
  ].filter(({ items }) => items.length > 0)
  const free = runs.filter(({ courierId, state }) => courierId === null && state === 'planned')
  const over = mine.filter(isOver)
  return (
    <>
      {groups.length === 0 ? (
        <EmptyState title={texts('runs.none')}>{texts('runs.noneSentence')}</EmptyState>
      ) : null}
      {groups.map(({ title, items }) => (
        <Section key={title} title={title}>
          {items.map((run) => (
            <RunCard key={run.id} run={run} />
          ))}
        </Section>
      ))}
      {free.length > 0 ? (
        <Section title={texts('runs.free')}>
          {free.map((run) => (
            <FreeRunCard key={run.id} run={run} />
          ))}
        </Section>
      ) : null}
      {over.length > 0 ? (
        <Section title={texts('runs.done')}>
          {over.map((run) => (
            <RunCard key={run.id} run={run} />
          ))}
        </Section>
      ) : null}
    </>
  )
}
