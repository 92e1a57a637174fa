import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { TONE_SHAPES, type Tone } from '../marks/tone.js'
import classes from './layout.module.css'

interface Props {
  readonly label: string
  readonly value: ReactNode
  readonly tone?: Tone
  /** Where the figure opens. */
  readonly to?: string
  readonly search?: Readonly<Record<string, unknown>>
}

/** One figure that opens onto what it counts. */
export function Tile({ label, value, tone = 'neutral', to, search }: Props) {
  const content = (
    <>
      <div className={classes['tileValue']}>
        {tone === 'warn' || tone === 'stop' ? <span aria-hidden>{TONE_SHAPES[tone]} </span> : null}
        {value}
      </div>
      <div className={classes['tileLabel']}>{label}</div>
    </>
  )
  const names = `${classes['tile']} ${classes[tone] ?? ''}`
  if (to === undefined) return <div className={names}>{content}</div>
  return (
    <Link className={names} to={to} search={search ?? {}}>
      {content}
    </Link>
  )
}

export function Tiles({ children }: { readonly children: ReactNode }) {
  return <div className={classes['tiles']}>{children}</div>
}
