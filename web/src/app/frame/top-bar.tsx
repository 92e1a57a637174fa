import { Burger, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { usePlaceChoice } from '../place.js'
import { useFrameTexts } from '../texts.js'
import { DataClock } from './data-clock.js'
import classes from './frame.module.css'
import { LateChoice } from './late-choice.js'
import { PersonButton } from './person-button.js'

const Palette = lazy(() => import('./palette.js').then((module) => ({ default: module.Palette })))

interface Props {
  readonly isRailOpen: boolean
  readonly onRail: () => void
}

/** Where I am, how fresh this is, how to find anything, who I am. */
export function TopBar({ isRailOpen, onRail }: Props) {
  const texts = useFrameTexts()
  const [asked, setAsked] = useState(0)
  const search = () => setAsked((count) => count + 1)
  // The scan field of most pages has the focus: the search opens from there too, which a letter may not.
  useHotkeys([['mod+K', search]], [])
  useHotkeys([['/', search]])
  return (
    <div className={classes['bar']}>
      <Burger
        opened={isRailOpen}
        onClick={onRail}
        hiddenFrom="md"
        size="sm"
        aria-label={texts('menu')}
      />
      <PlaceSwitch />
      <div className={classes['grow']} />
      <DataClock />
      <button
        type="button"
        className={classes['searchButton']}
        onClick={search}
        aria-label={texts('search')}
      >
        <IconSearch size={18} aria-hidden />
        <span className={classes['wide']}>{texts('search')}</span>
        <kbd className={classes['wide']}>Ctrl K</kbd>
      </button>
      <PersonButton />
      {asked > 0 ? (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      ) : null}
    </div>
  )
}

function PlaceSwitch() {
  const texts = useFrameTexts()
  const choice = usePlaceChoice()
  if (choice === undefined) return <Text fw={600}>Navette</Text>
  if (choice.places.length === 1) {
    return (
      <Text fw={600} className={classes['where']} lineClamp={2}>
        {choice.place.name}
      </Text>
    )
  }
  return (
    <LateChoice
      label={texts('actingFor')}
      value={choice.place.name}
      maw={{ base: 190, sm: 320 }}
      choices={choice.places.map(({ id, name }) => ({
        id,
        label: name,
        choose: () => choice.choose(id),
      }))}
    />
  )
}
