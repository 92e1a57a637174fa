import { useState } from 'react'
import type { BudgetVoteView } from '../../../../src/billing/budget-schema.js'
import { useFormats } from '../../texts/formats.js'
import { sumOf, typedAmount } from '../kit/exact.js'
import { twelfthsOf } from './twelfths.js'
import { MONTHS } from './year-months.js'

export interface GridPool {
  readonly id: string
  readonly label: string
}

/** What is typed for one pool: twelve months, and the year while it is being typed. */
export interface GridRow {
  readonly pool: GridPool
  readonly months: readonly string[]
  readonly year: string | undefined
}

/** An empty month is a month of nothing; a budget is never negative. */
export function budgetAmount(text: string): string | undefined {
  if (text.trim() === '') return '0.00'
  const amount = typedAmount(text)
  return amount?.startsWith('-') ? undefined : amount
}

/** The months of a row as amounts; undefined while one of them is not an amount. */
export function amountsIn({ months }: GridRow): readonly string[] | undefined {
  const amounts = months.flatMap((text) => budgetAmount(text) ?? [])
  return amounts.length === months.length ? amounts : undefined
}

/** What is typed of a budget, pool by month, starting from an earlier vote. */
export function useBudgetGrid(pools: readonly GridPool[], from: BudgetVoteView | undefined) {
  const { locale } = useFormats()
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: false })
  const write = (amount: string): string => plain.format(asDecimal(amount))
  const startOf = (vote: BudgetVoteView | undefined) =>
    pools.map((pool): GridRow => {
      const amounts = vote?.pools.find(({ poolId }) => poolId === pool.id)?.amounts
      return { pool, months: amounts?.map(write) ?? emptyYear(), year: undefined }
    })
  const [rows, setRows] = useState(() => startOf(from))
  const change = (poolId: string, next: (row: GridRow) => GridRow) =>
    setRows((all) => all.map((row) => (row.pool.id === poolId ? next(row) : row)))
  const inTwelfths = (row: GridRow): GridRow => {
    const months = amountsIn(row)
    const total = row.year === undefined ? months && sumOf(months) : budgetAmount(row.year)
    return total === undefined
      ? row
      : { ...row, months: twelfthsOf(total).map(write), year: undefined }
  }
  return {
    rows,
    write,
    /** Several texts, as a row of a spreadsheet gives them, fill the following months. */
    setMonths: (poolId: string, first: number, texts: readonly string[]) =>
      change(poolId, (row) => ({
        ...row,
        months: row.months.map((text, index) => texts[index - first] ?? text),
        year: undefined,
      })),
    setYear: (poolId: string, year: string) => change(poolId, (row) => ({ ...row, year })),
    splitPool: (poolId: string) => change(poolId, inTwelfths),
    splitAll: () => setRows((all) => all.map(inTwelfths)),
    startFrom: (vote: BudgetVoteView) => setRows(startOf(vote)),
  }
}

export type BudgetGrid = ReturnType<typeof useBudgetGrid>

const emptyYear = (): readonly string[] => Array.from({ length: MONTHS }, () => '')

function asDecimal(amount: string): `${number}` {
  if (isDecimal(amount)) return amount
  throw new RangeError(`Not a decimal amount: ${amount}`)
}
const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)
