import { useMemo, useState } from 'react'
import { useFormats } from '../../texts/formats.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import type { Place } from '../offline/judge-scan.js'
import type { Item, LocalRun } from '../offline/local-run.js'
import { ItemList } from '../scan/item-list.js'
import { ItemSheet } from '../scan/item-sheet.js'
import { ScanActs } from '../scan/scan-acts.js'
import { useScan } from '../scan/use-scan.js'
import { VerdictPanel } from '../scan/verdict-panel.js'
import { Screen, Section } from '../shell/screen.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { FinishRun } from './round-acts.js'
import { WithRound } from './with-round.js'

/** Coming home: every bag is put down at its laboratory, every tote nobody took at its pharmacy. */
export function HubPage() {
  return <WithRound>{(run) => <HubScreen run={run} />}</WithRound>
}

interface HubGroup {
  readonly establishmentId: string
  readonly name: string
}

const isDone = ({ phase }: Item): boolean => phase === 'done'

function HubScreen({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const [home] = hubsOf(run)
  const place = useMemo<Place>(
    () => ({ kind: 'hub', establishmentId: home?.establishmentId ?? '' }),
    [home?.establishmentId],
  )
  const desk = useScan(run.id, place)
  const [opened, setOpened] = useState<Item>()
  const left = run.items.filter(({ phase }) => phase === 'aboard').length
  return (
    <Screen
      title={texts('hub.title')}
      subtitle={home?.name}
      back={`/tournee/${run.id}`}
      thumb={
        <>
          {left > 0 ? <ScanActs desk={desk} place={place} /> : null}
          {left === 0 && run.state === 'started' ? <FinishRun run={run} /> : null}
        </>
      }
    >
      <VerdictPanel desk={desk} place={place} />
      {left === 0 ? (
        <EmptyState title={texts('hub.empty')}>{texts('hub.emptySentence')}</EmptyState>
      ) : null}
      <HubLists run={run} onOpen={setOpened} />
      <ItemSheet
        run={run}
        item={opened}
        isDone={opened !== undefined && isDone(opened)}
        place={place}
        desk={desk}
        onClose={() => setOpened(undefined)}
      />
    </Screen>
  )
}

/** The hubs things go to, the one with most aboard first. */
function hubsOf(run: LocalRun): HubGroup[] {
  const count = (id: string) =>
    run.items.filter(({ hubId, phase }) => hubId === id && phase === 'aboard').length
  const byId = new Map(Object.values(run.hubs).map((hub) => [hub.establishmentId, hub]))
  return [...byId.values()].toSorted((a, b) => count(b.establishmentId) - count(a.establishmentId))
}

interface ListsProps {
  readonly run: LocalRun
  readonly onOpen: (item: Item) => void
}

function HubLists({ run, onOpen }: ListsProps) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const isHome = ({ phase, doneStopId, donePlaceId, takenAt }: Item) =>
    phase === 'aboard' ||
    (phase === 'done' && doneStopId === null && donePlaceId !== null && takenAt !== null)
  const lists = [
    {
      title: texts('hub.dropOff'),
      items: run.items.filter((item) => item.kind !== 'tote' && isHome(item)),
    },
    {
      title: texts('hub.bringBack'),
      items: run.items.filter((item) => item.kind === 'tote' && isHome(item)),
    },
  ].filter(({ items }) => items.length > 0)
  return lists.map(({ title, items }) => (
    <Section key={title} title={title}>
      <ItemList
        items={items}
        isDone={isDone}
        doneLine={({ doneAt }) =>
          doneAt === null
            ? texts('hub.done')
            : texts('stop.droppedAt', { time: formats.time(doneAt) })
        }
        onOpen={onOpen}
      />
    </Section>
  ))
}
