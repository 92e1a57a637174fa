import { Button, Group, TextInput } from '@mantine/core'
import type { ClipboardEvent } from 'react'
import { useFormats } from '../../texts/formats.js'
import { sumOf } from '../kit/exact.js'
import { useFinanceTexts } from '../kit/texts.js'
import classes from './budget.module.css'
import { useBudgetTexts } from './texts.js'
import { remainderOf } from './twelfths.js'
import { amountsIn, type BudgetGrid, budgetAmount, type GridRow } from './use-budget-grid.js'
import { monthName, monthsOfYear } from './year-months.js'

interface Props {
  readonly year: number
  readonly grid: BudgetGrid
}

/** A budget as it is typed: pools down, months across, exact totals around. */
export function BudgetGridTable({ year, grid }: Props) {
  const texts = useBudgetTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const columns = monthsOfYear(year).map((_, index) =>
    sumOf(grid.rows.map(({ months }) => budgetAmount(months[index] ?? '') ?? '0.00')),
  )
  return (
    <div className={classes['scroller']}>
      <table className={classes['year']}>
        <caption className="nv-visually-hidden">{texts('table', { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{common('pool')}</th>
            <th scope="col">{common('total')}</th>
            {monthsOfYear(year).map((month) => (
              <th key={month} scope="col">
                {monthName(formats.locale, month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <PoolRow key={row.pool.id} year={year} grid={grid} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{common('total')}</th>
            <td>{formats.euros(sumOf(columns))}</td>
            {monthsOfYear(year).map((month, index) => (
              <td key={month}>{formats.euros(columns[index] ?? '0.00')}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface RowProps extends Props {
  readonly row: GridRow
}

function PoolRow({ year, grid, row }: RowProps) {
  const texts = useBudgetTexts()
  const formats = useFormats()
  const { id, label } = row.pool
  const paste = (first: number) => (event: ClipboardEvent) => {
    const cells = event.clipboardData.getData('text').trim().split(/\t/)
    if (cells.length < 2) return
    event.preventDefault()
    grid.setMonths(id, first, cells)
  }
  return (
    <tr>
      <th scope="row">
        {label}
        <Remainder row={row} />
      </th>
      <YearCell grid={grid} row={row} />
      {monthsOfYear(year).map((month, index) => {
        const text = row.months[index] ?? ''
        return (
          <td key={month} className={classes['typed']}>
            <TextInput
              aria-label={texts('form.cell', { pool: label, month: formats.month(month) })}
              inputMode="decimal"
              autoComplete="off"
              value={text}
              error={budgetAmount(text) === undefined}
              onChange={(event) => grid.setMonths(id, index, [event.currentTarget.value])}
              onPaste={paste(index)}
            />
          </td>
        )
      })}
    </tr>
  )
}

/** The year of a pool: the sum of its months, or what is typed to be split. */
function YearCell({ grid, row }: Omit<RowProps, 'year'>) {
  const texts = useBudgetTexts()
  const { id, label } = row.pool
  const amounts = amountsIn(row)
  const isTyped = row.months.some((text) => text.trim() !== '')
  const shown = row.year ?? (amounts && isTyped ? grid.write(sumOf(amounts)) : '')
  return (
    <td className={classes['typed']}>
      <Group gap={4} wrap="nowrap">
        <TextInput
          aria-label={texts('form.wholeYear', { pool: label })}
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          error={row.year !== undefined && budgetAmount(row.year) === undefined}
          onChange={(event) => grid.setYear(id, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            grid.splitPool(id)
          }}
        />
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          aria-label={texts('form.splitPool', { pool: label })}
          onClick={() => grid.splitPool(id)}
        >
          {texts('form.split')}
        </Button>
      </Group>
    </td>
  )
}

function Remainder({ row }: { readonly row: GridRow }) {
  const texts = useBudgetTexts()
  const amounts = amountsIn(row)
  const count = amounts && remainderOf(amounts)
  if (count === undefined || row.months.every((text) => text.trim() === '')) return null
  return (
    <span className={classes['hint']}>
      {count === 0 ? texts('form.even') : texts('form.remainder', { count })}
    </span>
  )
}
