import { useDisclosure } from '@mantine/hooks'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSession } from '../../api/session.js'
import { PlaceProvider } from '../place.js'
import { grantsFor, spaceAt } from '../spaces.js'
import { useFrameTexts } from '../texts.js'
import { ClosedSpace } from './closed-space.js'
import classes from './frame.module.css'
import { Rail } from './rail.js'
import { TopBar } from './top-bar.js'

/** Rail, top bar and page: the same for every space at a desk. */
export function Frame() {
  const texts = useFrameTexts()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const session = useSession()
  const wanted = spaceAt(path)
  const isClosed = wanted !== undefined && grantsFor(wanted, session).length === 0
  const space = isClosed ? undefined : wanted
  const [isRailOpen, rail] = useDisclosure(false)
  const main = useRef<HTMLElement>(null)
  useNewPage(path, () => {
    rail.close()
    main.current?.focus({ preventScroll: true })
  })
  const shell = (
    <>
      <a href="#content" className={classes['skip']}>
        {texts('skip')}
      </a>
      <header className={classes['header']}>
        <TopBar isRailOpen={isRailOpen} onRail={rail.toggle} />
      </header>
      <nav
        className={classes['rail']}
        data-open={isRailOpen || undefined}
        aria-label={texts('menu')}
      >
        <Rail space={space} path={path} />
      </nav>
      <main id="content" ref={main} tabIndex={-1} className={classes['main']}>
        {isClosed ? <ClosedSpace /> : <Outlet />}
      </main>
    </>
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
