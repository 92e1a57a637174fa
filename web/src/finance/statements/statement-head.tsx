import { Paper, Text, Title } from '@mantine/core'
import type { StatementView } from '../../../../src/billing/schema.js'
import type { StatementDetailView } from '../../../../src/billing/statement-detail.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { amountOf, centsOf, magnitude, minus } from '../kit/exact.js'
import { StackedBars } from '../kit/stacked-bars.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useMembers } from '../kit/use-members.js'
import { useStatementsTexts } from './texts.js'

interface Props {
  readonly statement: StatementView
  readonly detail: StatementDetailView
}

/** One sentence, one total, one picture: as the first page of the paper. */
export function StatementHead({ statement, detail }: Props) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const member = useMembers().get(statement.establishmentId)?.name ?? ''
  const isCredit = centsOf(statement.total) < 0n
  const said = {
    member,
    month: formats.month(statement.month),
    amount: formats.euros(amountOf(magnitude(centsOf(statement.total)))),
  }
  return (
    <Paper p="md">
      <Text size="xl" fw={600}>
        {texts(isCredit ? 'one.credit' : 'one.sentence', said)}
      </Text>
      <Comparison statement={statement} previous={detail.previous} />
      <Title order={2} mt="md" fw={400} fz="sm" c="dimmed">
        {texts('one.total')}
      </Title>
      <Text fz={28} fw={600} lh={1.3} mb="md" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {formats.euros(statement.total)}
      </Text>
      <Picture
        title={texts('one.picture')}
        description={texts('one.pictureHint')}
        columns={[{ header: common('pool') }, { header: common('amount'), isNumber: true }]}
        rows={detail.pools.map(({ name, amount }) => [name, formats.euros(amount)])}
      >
        <StackedBars
          bars={detail.pools.map(({ name, amount }) => ({
            id: name,
            label: name,
            total: amount,
            parts: [{ establishmentId: statement.establishmentId, amount }],
          }))}
        />
      </Picture>
    </Paper>
  )
}

function Comparison({
  statement,
  previous,
}: {
  readonly statement: StatementView
  readonly previous: StatementDetailView['previous']
}) {
  const texts = useStatementsTexts()
  const formats = useFormats()
  if (previous === null) return <Text c="dimmed">{texts('one.first')}</Text>
  const gap = centsOf(minus(statement.total, previous.total))
  const key = gap === 0n ? 'one.same' : gap > 0n ? 'one.more' : 'one.less'
  return (
    <Text c="dimmed">
      {texts(key, {
        amount: formats.euros(amountOf(magnitude(gap))),
        month: formats.month(previous.period),
      })}
    </Text>
  )
}
