import { Link } from '@tanstack/react-router'
import classes from './columns.module.css'

export interface WeekColumn {
  readonly key: string
  readonly label: string
  /** The figure above the bar; nothing above an empty one. */
  readonly figure: string
  /** Of the highest bar, between 0 and 1. */
  readonly share: number
  readonly tone: 'ok' | 'warn' | 'stop' | 'current'
  /** Where it opens, and what a screen reader says of it. */
  readonly link?: { readonly search: Readonly<Record<string, unknown>>; readonly name: string }
}

export interface Band {
  readonly key: string
  readonly label: string
  readonly tone: 'ok' | 'warn' | 'stop'
  readonly columns: number
}

interface Props {
  readonly label: string
  readonly columns: readonly WeekColumn[]
  /** Limits, as bands over the columns they cover. */
  readonly bands?: readonly Band[]
}

/** Columns from zero, week after week, each with its figure; a column that opens is a link. */
export function WeekColumns({ label, columns, bands = [] }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes['scroller']} tabIndex={0} aria-label={label}>
      <div className={classes['chart']}>
        {bands.map((band) => (
          <div
            key={band.key}
            className={`${classes['band']} ${classes[band.tone]}`}
            style={{ gridColumn: `span ${band.columns}` }}
          >
            {band.label}
          </div>
        ))}
        {columns.map((column, index) => (
          <Column key={column.key} column={column} index={index} />
        ))}
      </div>
    </section>
  )
}

function Column({ column, index }: { readonly column: WeekColumn; readonly index: number }) {
  const { label, figure, share, tone, link } = column
  const name = `${classes['column']} ${classes[tone]}`
  const style = { gridColumn: index + 1 }
  const content = (
    <>
      <span className={classes['room']}>
        <span className={classes['figure']}>{share > 0 ? figure : ''}</span>
        {share > 0 ? (
          <span
            className={classes['bar']}
            style={{ height: `${Math.round(share * 78)}%` }}
            aria-hidden
          />
        ) : null}
      </span>
      <span className={classes['label']}>{label}</span>
    </>
  )
  if (link === undefined || share === 0) {
    return (
      <div className={name} style={style}>
        {content}
      </div>
    )
  }
  return (
    <Link
      className={name}
      style={style}
      to="/pharmacie/stock"
      search={link.search}
      aria-label={link.name}
    >
      {content}
    </Link>
  )
}
