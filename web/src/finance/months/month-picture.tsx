import { Paper } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { sumOf } from '../kit/exact.js'
import { capital } from '../kit/figures.js'
import { MemberLegend } from '../kit/member-mark.js'
import { StackedBars } from '../kit/stacked-bars.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useMembers } from '../kit/use-members.js'
import { useMonthsTexts } from './texts.js'
import type { MonthRow } from './use-months.js'

const MONTHS_SHOWN = 13

/** Total of each month, cut by member, the latest last. */
export function MonthPicture({ rows }: { readonly rows: readonly MonthRow[] }) {
  const texts = useMonthsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const all = useMembers()
  // A month whose total is still being read is not a month of nothing.
  const shown = rows
    .filter(({ total }) => total !== undefined)
    .slice(0, MONTHS_SHOWN)
    .toReversed()
  const members = [...all.values()].filter(({ establishmentId }) =>
    shown.some((row) => row.members.some((member) => member.establishmentId === establishmentId)),
  )
  const name = ({ period }: MonthRow) => {
    const month = capital(formats.month(period.month))
    return period.state === 'closed' ? month : texts('soFarLabel', { month })
  }
  const amountIn = (row: MonthRow, establishmentId: string) =>
    row.members.find((member) => member.establishmentId === establishmentId)?.total ?? '0.00'
  return (
    <Paper p="md">
      <Picture
        title={texts('picture')}
        description={texts('pictureHint')}
        columns={[
          { header: texts('title') },
          ...members.map((member) => ({ header: member.name, isNumber: true })),
          { header: texts('total'), isNumber: true },
        ]}
        rows={shown.map((row) => [
          name(row),
          ...members.map(({ establishmentId }) => formats.euros(amountIn(row, establishmentId))),
          formats.euros(sumOf(row.members.map(({ total }) => total))),
        ])}
      >
        <StackedBars
          bars={shown.map((row) => ({
            id: row.period.id,
            label: name(row),
            total: sumOf(row.members.map(({ total }) => total)),
            parts: row.members.map(({ establishmentId, total }) => ({
              establishmentId,
              amount: total,
            })),
          }))}
        />
      </Picture>
      <MemberLegend members={members} label={common('legend')} />
    </Paper>
  )
}
