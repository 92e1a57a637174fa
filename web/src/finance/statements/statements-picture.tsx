import { Paper } from '@mantine/core'
import type { StatementView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { StackedBars } from '../kit/stacked-bars.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useMembers } from '../kit/use-members.js'
import { useStatementsTexts } from './texts.js'

/** What each member owes for the month, side by side. */
export function StatementsPicture({
  statements,
}: {
  readonly statements: readonly StatementView[]
}) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const members = useMembers()
  const ordered = statements.toSorted(
    (a, b) =>
      (members.get(a.establishmentId)?.position ?? 0) -
      (members.get(b.establishmentId)?.position ?? 0),
  )
  const nameOf = ({ establishmentId }: StatementView) => members.get(establishmentId)?.name ?? ''
  return (
    <Paper p="md">
      <Picture
        title={texts('picture')}
        description={texts('pictureHint')}
        columns={[
          { header: common('member') },
          { header: texts('number') },
          { header: common('total'), isNumber: true },
        ]}
        rows={ordered.map((statement) => [
          nameOf(statement),
          statement.number,
          formats.euros(statement.total),
        ])}
      >
        <StackedBars
          bars={ordered.map((statement) => ({
            id: statement.id,
            label: nameOf(statement),
            total: statement.total,
            parts: [{ establishmentId: statement.establishmentId, amount: statement.total }],
          }))}
        />
      </Picture>
    </Paper>
  )
}
