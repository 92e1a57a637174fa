import type { ReactNode } from 'react'
import classes from './table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers line up on the right. */
  readonly align?: 'left' | 'right'
  readonly width?: number | string
  /** Stays in sight while the table scrolls sideways: the first column, usually. */
  readonly sticky?: boolean
}

export const cellClass = (column: Pick<Column<unknown>, 'align' | 'sticky'>): string =>
  [column.align === 'right' && classes['right'], column.sticky && classes['sticky']]
    .filter(Boolean)
    .join(' ')
