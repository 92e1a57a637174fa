import { useNavigate } from '@tanstack/react-router'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { changeOf } from '../kit/exact.js'
import { signedEuros, signedPercent } from '../kit/figures.js'
import { GapBar } from '../kit/gap-bar.js'
import { MemberMark } from '../kit/member-mark.js'
import { useFinanceTexts } from '../kit/texts.js'
import { type Gap, gapsOf } from './gaps.js'
import type { StepProps } from './step-props.js'
import { useCloseTexts } from './texts.js'

/** Exceptions first: what changed most since the month before, each opening onto its calculation. */
export function ReviewStep({ closing: { split, before, period } }: StepProps) {
  const texts = useCloseTexts()
  const formats = useFormats()
  const navigate = useNavigate()
  const gaps = before === undefined ? [] : gapsOf(split, before)
  const columns = useGapColumns(gaps[0]?.gap ?? '0.00')
  if (before === undefined)
    return <EmptyState title={texts('review.none')}>{texts('review.noneHint')}</EmptyState>
  return (
    <Panel title={texts('review.title', { month: formats.month(before.month) })}>
      <div style={{ color: 'var(--nv-dimmed)' }}>{texts('review.hint')}</div>
      <DataTable
        label={texts('review.picture')}
        columns={columns}
        rows={gaps}
        rowId={({ poolId, establishmentId }) => `${poolId} ${establishmentId}`}
        onOpen={({ poolId, establishmentId }) =>
          void navigate({
            to: `/finance/repartition`,
            search: { mois: period.month, poste: poolId, membre: establishmentId },
          })
        }
      />
    </Panel>
  )
}

function useGapColumns(largest: string): Column<Gap>[] {
  const texts = useCloseTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  return [
    {
      key: 'member',
      header: common('member'),
      sticky: true,
      cell: ({ establishmentId, member }) => <MemberMark of={establishmentId} name={member} />,
    },
    { key: 'pool', header: common('pool'), cell: ({ pool }) => pool },
    {
      key: 'bar',
      header: <span className="nv-visually-hidden">{texts('review.picture')}</span>,
      cell: ({ gap }) => <GapBar amount={gap} largest={largest} />,
    },
    {
      key: 'gap',
      header: texts('review.gap'),
      align: 'right',
      cell: ({ gap }) => <span className="nv-number">{signedEuros(formats, gap)}</span>,
    },
    {
      key: 'change',
      header: texts('review.change'),
      align: 'right',
      cell: (gap) => {
        const share = changeOf(gap.now, gap.before)
        return share === undefined ? texts('review.isNew') : signedPercent(formats, share)
      },
    },
    {
      key: 'before',
      header: texts('review.before'),
      align: 'right',
      cell: (gap) => <span className="nv-number">{formats.euros(gap.before)}</span>,
    },
    {
      key: 'now',
      header: texts('review.now'),
      align: 'right',
      cell: (gap) => <span className="nv-number">{formats.euros(gap.now)}</span>,
    },
  ]
}
