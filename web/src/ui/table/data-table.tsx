import { Button, Skeleton } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useUiTexts } from '../texts.js'
import { type Column, cellClass } from './column.js'
import classes from './table.module.css'
import { TableRow } from './table-row.js'

export type { Column } from './column.js'

/** Most lists are short: what draws only the rows in sight is loaded with the first long one. */
const VirtualRows = lazy(() =>
  import('./virtual-rows.js').then((module) => ({ default: module.VirtualRows })),
)

interface Props<Row> {
  /** What the table lists: read by screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
  /** A bar at the left edge; the row also says the word. */
  readonly emphasis?: (row: Row) => 'urgent' | 'late' | undefined
  readonly activeId?: string | undefined
  readonly loading?: boolean
  readonly empty?: ReactNode
  /** More rows can be asked for. */
  readonly more?: { readonly isLoading: boolean; readonly load: () => void } | undefined
  /** Height of the scrolling part in pixels; long tables draw only what is seen of them. */
  readonly height?: number
}

/** Above this many rows only those in sight are drawn. */
const WHOLE_MAX = 150
const DEFAULT_HEIGHT_PX = 640

/** A table read with the eyes, the keyboard or a screen reader, smooth over ten thousand rows. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, rows, label, loading = false, empty, more, height } = props
  const texts = useUiTexts()
  const scroller = useRef<HTMLElement>(null)
  const isLong = rows.length > WHOLE_MAX
  const maxHeight = height ?? (isLong ? DEFAULT_HEIGHT_PX : undefined)
  if (!loading && rows.length === 0 && empty) return <>{empty}</>
  const drawn = (index: number, measure?: (element: Element | null) => void) => {
    const row = rows[index]
    return row === undefined ? null : (
      <TableRow key={props.rowId(row)} {...props} row={row} index={index} measure={measure} />
    )
  }
  return (
    <section
      className={classes['scroller']}
      ref={scroller}
      style={{ maxHeight }}
      tabIndex={props.onOpen ? -1 : 0}
      aria-label={label}
    >
      <table className={classes['table']} aria-rowcount={rows.length + 1} aria-busy={loading}>
        <caption className="nv-visually-hidden">
          {label}. {texts('table.rows', { count: rows.length })}.{' '}
          {props.onOpen ? texts('table.keyboard') : ''}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cellClass(column)}
                style={{ width: column.width }}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        {loading ? (
          <SkeletonRows columns={columns.length} />
        ) : isLong ? (
          <Suspense fallback={<SkeletonRows columns={columns.length} />}>
            <VirtualRows
              count={rows.length}
              columns={columns.length}
              scroller={scroller}
              row={drawn}
            />
          </Suspense>
        ) : (
          <tbody>{rows.map((_, index) => drawn(index))}</tbody>
        )}
      </table>
      {more ? (
        <div className={classes['foot']}>
          <Button variant="subtle" loading={more.isLoading} onClick={more.load}>
            {texts('more')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function SkeletonRows({ columns }: { readonly columns: number }) {
  return (
    <tbody>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <tr key={row}>
          <td colSpan={columns}>
            <Skeleton height={20} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}
