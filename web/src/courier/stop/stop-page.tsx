import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useFormats } from '../../texts/formats.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { isOpen, needsSignature, workAt } from '../offline/at-stop.js'
import { beforeAt } from '../offline/deed-drafts.js'
import { expectedAt } from '../offline/expected-at-hub.js'
import type { Place } from '../offline/judge-scan.js'
import type { Item, LocalRun, LocalStop } from '../offline/local-run.js'
import { recordActs } from '../offline/record-acts.js'
import { useDriver } from '../offline/use-round.js'
import { WithRound } from '../round/with-round.js'
import { ItemList } from '../scan/item-list.js'
import { ItemSheet } from '../scan/item-sheet.js'
import { ScanActs } from '../scan/scan-acts.js'
import { useScan } from '../scan/use-scan.js'
import { VerdictPanel } from '../scan/verdict-panel.js'
import { Note, Screen, Section } from '../shell/screen.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { FinishStop } from './finish-stop.js'
import { StopAddress } from './stop-address.js'
import { StopSignature } from './stop-signature.js'

/** One stop: what to hand over, what to take, the scan, the end. */
export function StopPage() {
  const stopId = usePathParam('stopId')
  return (
    <WithRound>
      {(run) => {
        const stop = run.stops.find(({ id }) => id === stopId)
        return stop === undefined ? null : <StopScreen run={run} stop={stop} />
      }}
    </WithRound>
  )
}

interface Props {
  readonly run: LocalRun
  readonly stop: LocalStop
}

function StopScreen({ run, stop }: Props) {
  const texts = useCourierTexts()
  const navigate = useNavigate()
  const driver = useDriver(run.id)
  const place = useMemo<Place>(() => ({ kind: 'stop', stopId: stop.id }), [stop.id])
  const desk = useScan(run.id, place)
  const [opened, setOpened] = useState<Item>()
  const [shown, setShown] = useState(false)
  const round = `/tournee/${run.id}`
  const hours = useHours(run, stop)
  const heading = texts('stop.heading', { position: stop.position, count: run.stops.length })
  const isDone = (item: Item) =>
    item.kind === 'tote' || item.hubId === stop.establishmentId
      ? item.phase === 'done'
      : item.phase !== 'waiting'
  return (
    <Screen
      title={`${heading} · ${stop.shortName}`}
      subtitle={`${stop.deliveryPointName} · ${hours}`}
      back={round}
      thumb={
        <>
          <ScanActs desk={desk} place={place} />
          {isOpen(stop) && stop.arrivedAt === null ? (
            <Button variant="default" onClick={() => void recordActs(driver, beforeAt(run, place))}>
              {texts('stop.arrive')}
            </Button>
          ) : null}
          {isOpen(stop) ? (
            <FinishStop run={run} stop={stop} onClosed={() => void navigate({ to: round })} />
          ) : null}
        </>
      }
    >
      <VerdictPanel desk={desk} place={place} />
      <Standing run={run} stop={stop} />
      <StopLists
        run={run}
        stop={stop}
        isDone={isDone}
        onOpen={(item) => {
          setOpened(item)
          setShown(true)
        }}
      />
      <StopSignature run={run} stop={stop} isNeeded={needsSignature(run, stop)} />
      <StopAddress stop={stop} />
      <ItemSheet
        run={run}
        item={shown ? opened : undefined}
        isDone={opened !== undefined && isDone(opened)}
        place={place}
        desk={desk}
        onClose={() => setShown(false)}
      />
    </Screen>
  )
}

/** What is unusual about being here now. */
function Standing({ run, stop }: Props) {
  const texts = useCourierTexts()
  const formats = useFormats()
  return (
    <>
      {run.state === 'assigned' ? <Note tone="warn">{texts('stop.notLeft')}</Note> : null}
      {stop.closedAt === null ? null : (
        <Note tone="info">
          {texts('stop.closedAt', { time: formats.time(stop.closedAt) })}. {stop.reason ?? ''}{' '}
          {texts('stop.reopenHint')}
        </Note>
      )}
    </>
  )
}

/** When we are here and when we should have been: `10:42 (prévu 10:40)`. */
function useHours(run: LocalRun, { arrivedAt, plannedAt }: LocalStop): string {
  const texts = useCourierTexts()
  const formats = useFormats()
  const planned = texts('round.planned', { time: formats.time(plannedAt) })
  const at = formats.time(arrivedAt ?? expectedAt(run, plannedAt))
  return at === formats.time(plannedAt) ? planned : `${at} (${planned})`
}

interface ListsProps extends Props {
  readonly isDone: (item: Item) => boolean
  readonly onOpen: (item: Item) => void
}

function StopLists({ run, stop, isDone, onOpen }: ListsProps) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const { toHandOver, toTake, toDropOff, extra } = workAt(run, stop)
  const at = (key: 'handedAt' | 'takenAt' | 'droppedAt', time: string | null) =>
    time === null
      ? texts(key === 'takenAt' ? 'stop.taken' : 'stop.done')
      : texts(`stop.${key}`, { time: formats.time(time) })
  const lists = [
    {
      title: texts('stop.handOver'),
      items: toHandOver,
      line: (item: Item) => at('handedAt', item.doneAt),
    },
    { title: texts('stop.take'), items: toTake, line: (item: Item) => at('takenAt', item.takenAt) },
    {
      title: texts('stop.dropOff'),
      items: toDropOff,
      line: (item: Item) => at('droppedAt', item.doneAt),
    },
    { title: texts('stop.extra'), items: extra, line: (item: Item) => at('takenAt', item.takenAt) },
  ].filter(({ items }) => items.length > 0)
  if (lists.length === 0) {
    return (
      <EmptyState title={texts('stop.nothingHere')}>{texts('stop.nothingSentence')}</EmptyState>
    )
  }
  return lists.map(({ title, items, line }) => (
    <Section key={title} title={`${title} · ${items.filter(isDone).length}/${items.length}`}>
      <ItemList items={items} isDone={isDone} doneLine={line} onOpen={onOpen} />
    </Section>
  ))
}
