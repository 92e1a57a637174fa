import { UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../api/session.js'
import { useFrameTexts } from '../texts.js'
import classes from './frame.module.css'

const PersonMenu = lazy(() =>
  import('./person-menu.js').then((module) => ({ default: module.PersonMenu })),
)

/** Who I am; the menu behind it is loaded when it is first opened. */
export function PersonButton() {
  const texts = useFrameTexts()
  const { user } = useSession()
  const [isWanted, setWanted] = useState(false)
  const target = (
    <UnstyledButton
      aria-label={`${texts('person.menu')} : ${user.displayName}`}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <span className={classes['initials']} aria-hidden>
        {initials(user.displayName)}
      </span>
    </UnstyledButton>
  )
  if (!isWanted) return target
  return (
    <Suspense fallback={target}>
      <PersonMenu target={target} />
    </Suspense>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
