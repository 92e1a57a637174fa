import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useRunsTexts } from '../texts/use-runs-texts.js'
import classes from './shell.module.css'
import { SyncChip } from './sync-chip.js'

interface Props {
  readonly title: string
  readonly subtitle?: ReactNode
  /** Path of the screen before; without it this is the first one. */
  readonly back?: string
  /** Beside the title instead of the way back. */
  readonly corner?: ReactNode
  /** The acts, at the thumb: the main one last. */
  readonly thumb?: ReactNode
  readonly children: ReactNode
}

/** One screen of the telephone: where I am and what is unsent above, the acts below, under the thumb. */
export function Screen({ title, subtitle, back, corner, thumb, children }: Props) {
  const texts = useRunsTexts()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${title} · Navette`
  }, [title])
  useEffect(() => {
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <main ref={main} tabIndex={-1} className={classes['screen']}>
      <header className={classes['header']}>
        {back === undefined ? null : (
          <Link to={back} className={classes['square']} aria-label={texts('back')}>
            <IconArrowLeft size={28} aria-hidden />
          </Link>
        )}
        {corner}
        <div className={classes['titles']}>
          <h1 className={classes['title']}>{title}</h1>
          {subtitle ? <div className={classes['subtitle']}>{subtitle}</div> : null}
        </div>
        <SyncChip />
      </header>
      <div className={classes['body']}>{children}</div>
      {thumb ? <div className={classes['thumb']}>{thumb}</div> : null}
    </main>
  )
}

export function Section({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section aria-label={title} style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
      <h2 className={classes['section']}>{title}</h2>
      {children}
    </section>
  )
}

const SHAPES = { ok: '✓', info: '◐', warn: '!', stop: '✕' } as const

interface NoteProps {
  readonly tone: keyof typeof SHAPES
  readonly children: ReactNode
}

export function Note({ tone, children }: NoteProps) {
  return (
    <div className={classes['note']} data-tone={tone}>
      <span className={classes['noteShape']} aria-hidden>
        {SHAPES[tone]}{' '}
      </span>
      {children}
    </div>
  )
}
