import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import type { StepProps } from './step-props.js'
import { useCloseTexts } from './texts.js'

type Pool = StepProps['closing']['split']['pools'][number]

/** Which key shares each pool, and what it measured over the month. */
export function KeysStep({ closing: { split } }: StepProps) {
  const texts = useCloseTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const columns: Column<Pool>[] = [
    { key: 'pool', header: common('pool'), cell: ({ label }) => label, sticky: true },
    {
      key: 'key',
      header: texts('keys.key'),
      cell: ({ keyLabel }) => common.word('serverWord', keyLabel),
    },
    ...split.members.map(
      ({ establishmentId, name }): Column<Pool> => ({
        key: establishmentId,
        header: name,
        align: 'right',
        cell: ({ shares }) =>
          exactFigure(
            formats,
            shares.find((share) => share.establishmentId === establishmentId)?.numerator ?? '0',
          ),
      }),
    ),
    {
      key: 'measured',
      header: texts('keys.measured'),
      align: 'right',
      cell: ({ denominator, unit }) => (
        <span className="nv-number">
          {exactFigure(formats, denominator)} {common.word('serverWord', unit)}
        </span>
      ),
    },
  ]
  return (
    <Panel title={texts('keys.title')}>
      <DataTable
        label={common('table', { title: texts('keys.title') })}
        columns={columns}
        rows={split.pools}
        rowId={({ poolId }) => poolId}
      />
      <PathLink to="/finance/cles">{texts('keys.see')}</PathLink>
    </Panel>
  )
}
