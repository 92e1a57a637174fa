import { Button, Checkbox, SimpleGrid } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormats } from '../../texts/formats.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { useUiTexts } from '../../ui/texts.js'
import { totesToLoad } from '../offline/at-stop.js'
import { fitVan } from '../offline/fetch-runs.js'
import type { Place } from '../offline/judge-scan.js'
import type { Item, LocalRun } from '../offline/local-run.js'
import { TEMPERATURE_CLASSES } from '../offline/temperature-classes.js'
import { ItemList } from '../scan/item-list.js'
import { ItemSheet } from '../scan/item-sheet.js'
import { ScanActs } from '../scan/scan-acts.js'
import { useScan } from '../scan/use-scan.js'
import { VerdictPanel } from '../scan/verdict-panel.js'
import { Screen, Section } from '../shell/screen.js'
import classes from '../shell/shell.module.css'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { WithRound } from './with-round.js'

const LOADING: Place = { kind: 'loading' }
const isLoaded = ({ phase }: Item): boolean => phase !== 'waiting'

/** Loading at the hub: each tote scanned aboard, last stop first, so that the first stop is at the door. */
export function LoadingPage() {
  return <WithRound>{(run) => <LoadingScreen run={run} />}</WithRound>
}

function LoadingScreen({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const desk = useScan(run.id, LOADING)
  const [opened, setOpened] = useState<Item>()
  const totes = totesToLoad(run)
  const groups = run.stops
    .map((stop) => ({ stop, items: totes.filter(({ stopId }) => stopId === stop.id) }))
    .filter(({ items }) => items.length > 0)
    .toReversed()
  const done = totes.filter(isLoaded).length
  return (
    <Screen
      title={texts('loading.title')}
      subtitle={texts('round.loaded', { done, all: totes.length })}
      back={`/tournee/${run.id}`}
      thumb={
        <>
          <ScanActs desk={desk} place={LOADING} />
          <EndLoading run={run} isWhole={done === totes.length} />
        </>
      }
    >
      <VerdictPanel desk={desk} place={LOADING} />
      {groups.length === 0 ? (
        <EmptyState title={texts('loading.none')}>
          {texts('loading.noneSentence', { time: formats.time(run.readAt) })}
        </EmptyState>
      ) : null}
      {groups.map(({ stop, items }) => (
        <Section
          key={stop.id}
          title={texts('loading.for', { name: `${stop.position}. ${stop.shortName}` })}
        >
          <ItemList
            items={items}
            isDone={isLoaded}
            doneLine={({ takenAt }) =>
              takenAt === null
                ? texts('stop.done')
                : texts('stop.loadedAt', { time: formats.time(takenAt) })
            }
            onOpen={setOpened}
          />
        </Section>
      ))}
      <Equipment run={run} />
      <ItemSheet
        run={run}
        item={opened}
        isDone={opened !== undefined && isLoaded(opened)}
        place={LOADING}
        desk={desk}
        onClose={() => setOpened(undefined)}
      />
    </Screen>
  )
}

interface EndProps {
  readonly run: LocalRun
  readonly isWhole: boolean
}

function EndLoading({ run, isWhole }: EndProps) {
  const texts = useCourierTexts()
  return (
    <Button component={Link} to={`/tournee/${run.id}`} variant={isWhole ? 'filled' : 'default'}>
      {texts('loading.end')}
    </Button>
  )
}

function Equipment({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const storage = useUiTexts()
  const change = (next: string[]) =>
    void fitVan(
      run.id,
      TEMPERATURE_CLASSES.filter((each) => next.includes(each)),
    )
  return (
    <Section title={texts('loading.equipment')}>
      <Checkbox.Group value={[...run.equipment]} onChange={change}>
        <SimpleGrid cols={2} spacing={0} verticalSpacing={0}>
          {TEMPERATURE_CLASSES.map((each) => (
            <Checkbox key={each} value={each} label={storage.word('storage', each)} size="lg" />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <p className={classes['small']} style={{ margin: 0 }}>
        {texts('loading.equipmentHint')}
      </p>
    </Section>
  )
}
