import type { KeyboardEvent, MouseEvent } from 'react'
import { type Column, cellClass } from './column.js'
import classes from './table.module.css'

interface Props<Row> {
  readonly row: Row
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly emphasis?: ((row: Row) => 'urgent' | 'late' | undefined) | undefined
  readonly activeId?: string | undefined
  readonly measure?: ((element: Element | null) => void) | undefined
}

const PAGE_ROWS = 10
/** Where each key leads, from the row `at` of those drawn. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, last) => Math.min(at + PAGE_ROWS, last),
  PageUp: (at) => Math.max(at - PAGE_ROWS, 0),
  Home: () => 0,
  End: (_at, last) => last,
}
const OWN_TARGETS = 'a, button, input, select, textarea, label, [role="checkbox"]'

/** One row: opened by click or Enter, walked with the arrows, page by page, or to either end. What is interactive inside keeps its own clicks. */
export function TableRow<Row>({
  row,
  index,
  columns,
  rowId,
  onOpen,
  emphasis,
  activeId,
  measure,
}: Props<Row>) {
  const mark = emphasis?.(row)
  const isActive = activeId !== undefined && activeId === rowId(row)
  const names = [
    classes['row'],
    onOpen && classes['opens'],
    mark && classes[mark],
    isActive && classes['active'],
  ]
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    if (event.target instanceof Element && event.target.closest(OWN_TARGETS)) return
    onOpen?.(row)
  }
  const walk = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen?.(row)
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const body = event.currentTarget.parentElement
    const rows = [...(body?.querySelectorAll<HTMLElement>(':scope > tr[tabindex]') ?? [])]
    rows[step(rows.indexOf(event.currentTarget), rows.length - 1)]?.focus()
  }
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={isActive || undefined}
      className={names.filter(Boolean).join(' ')}
      tabIndex={onOpen ? 0 : undefined}
      onClick={onOpen ? open : undefined}
      onKeyDown={onOpen ? walk : undefined}
    >
      {columns.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
