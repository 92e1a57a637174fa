import { AppShell } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PlaceProvider } from '../place.js'
import { spaceAt } from '../spaces.js'
import { useFrameTexts } from '../texts.js'
import classes from './frame.module.css'
import { Rail } from './rail.js'
import { TopBar } from './top-bar.js'

/** Rail, top bar and page: the same for every space at a desk. */
export function Frame() {
  const texts = useFrameTexts()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const space = spaceAt(path)
  const [isRailOpen, rail] = useDisclosure(false)
  const main = useRef<HTMLElement>(null)
  useNewPage(path, () => {
    rail.close()
    main.current?.focus({ preventScroll: true })
  })
  const shell = (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !isRailOpen } }}
      padding="md"
    >
      <a href="#content" className={classes['skip']}>
        {texts('skip')}
      </a>
      <AppShell.Header className={classes['header']}>
        <TopBar isRailOpen={isRailOpen} onRail={rail.toggle} />
      </AppShell.Header>
      <AppShell.Navbar className={classes['rail']} aria-label={texts('menu')}>
        <Rail space={space} path={path} />
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1} className={classes['main']}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
  return space === undefined || space.place === 'none' ? (
    shell
  ) : (
    <PlaceProvider key={space.id} space={space}>
      {shell}
    </PlaceProvider>
  )
}

/** Screen readers and keyboards start again at the top of each new page. */
function useNewPage(path: string, onNew: () => void): void {
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    onNew()
  })
}
