import type { KeyboardEvent } from 'react'
import type { MonthSplitView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { byMagnitude, lengthOf } from '../kit/exact.js'
import { MemberMark } from '../kit/member-mark.js'
import { useFinanceTexts } from '../kit/texts.js'
import classes from './split.module.css'
import { useSplitTexts } from './texts.js'

export interface Cell {
  readonly poolId: string
  readonly establishmentId: string
}

interface Props {
  readonly split: MonthSplitView
  readonly onOpen: (cell: Cell) => void
}

/** Ink stays readable over this much of the accent, in both themes. */
const DEEPEST_PERCENT = 38

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Moves among the cells as in a spreadsheet. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = STEPS[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement)) return
  const { row, column } = event.target.dataset
  const [down, right] = step
  const next = event.currentTarget.querySelector(
    `[data-row="${Number(row) + down}"][data-column="${Number(column) + right}"]`,
  )
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}

/** Members across, pools down; the tone says how much, the number says it exactly. */
export function HeatTable({ split, onOpen }: Props) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const amounts = split.pools.flatMap(({ shares }) => shares.map(({ amount }) => amount))
  const largest = amounts.toSorted(byMagnitude)[0] ?? '0.00'
  return (
    <div className={classes['scroller']}>
      <table className={classes['heat']}>
        <caption className="nv-visually-hidden">
          {texts('table')}. {texts('tableHint')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{common('pool')}</th>
            {split.members.map(({ establishmentId, name }) => (
              <th key={establishmentId} scope="col">
                <MemberMark of={establishmentId} name={name} />
              </th>
            ))}
            <th scope="col">{common('total')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {split.pools.map((pool, row) => (
            <tr key={pool.poolId}>
              <th scope="row">
                {pool.label}
                <span className={classes['keyName']}>
                  {common.word('serverWord', pool.keyLabel)}
                </span>
              </th>
              {split.members.map(({ establishmentId, name }, column) => (
                <HeatCell
                  key={establishmentId}
                  at={{ row, column }}
                  member={name}
                  pool={pool.label}
                  amount={amountIn(pool, establishmentId)}
                  largest={largest}
                  onOpen={() => onOpen({ poolId: pool.poolId, establishmentId })}
                />
              ))}
              <td className={classes['number']}>{formats.euros(pool.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{common('total')}</th>
            {split.members.map(({ establishmentId, total }) => (
              <td key={establishmentId} className={classes['number']}>
                {formats.euros(total)}
              </td>
            ))}
            <td className={classes['number']}>{formats.euros(split.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const amountIn = ({ shares }: MonthSplitView['pools'][number], establishmentId: string): string =>
  shares.find((own) => own.establishmentId === establishmentId)?.amount ?? '0.00'

interface CellProps {
  readonly at: { readonly row: number; readonly column: number }
  readonly member: string
  readonly pool: string
  readonly amount: string
  readonly largest: string
  readonly onOpen: () => void
}

function HeatCell({ at, member, pool, amount, largest, onOpen }: CellProps) {
  const texts = useSplitTexts()
  const formats = useFormats()
  const heat = Math.round(lengthOf(amount, largest) * DEEPEST_PERCENT)
  return (
    <td
      className={classes['cell']}
      style={{ background: `color-mix(in srgb, var(--nv-accent) ${heat}%, var(--nv-paper))` }}
    >
      <button
        type="button"
        className={classes['open']}
        data-row={at.row}
        data-column={at.column}
        aria-label={texts('cell', { member, pool, amount: formats.euros(amount) })}
        onClick={onOpen}
      >
        {formats.euros(amount)}
      </button>
    </td>
  )
}
