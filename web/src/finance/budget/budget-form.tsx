import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { BudgetVoteView } from '../../../../src/billing/budget-schema.js'
import { api, read } from '../../api/client.js'
import { today, useFormats } from '../../texts/formats.js'
import { DayInput } from '../../ui/form/day-input.js'
import { Panel } from '../../ui/layout/panel.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { budgetsQuery } from '../kit/queries.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { BudgetGridTable } from './budget-grid.js'
import { useBudgetTexts } from './texts.js'
import { amountsIn, budgetAmount, type GridPool, useBudgetGrid } from './use-budget-grid.js'

interface Props {
  readonly year: number
  readonly pools: readonly GridPool[]
  /** The vote that counts so far. */
  readonly latest: BudgetVoteView | undefined
  readonly onClose: () => void
}

/** Types a year’s budget as it was voted, whole. */
export function BudgetForm({ year, pools, latest, onClose }: Props) {
  const texts = useBudgetTexts()
  const ui = useUiTexts()
  const { id: groupingId } = useFinanceGrouping()
  const grid = useBudgetGrid(pools, latest)
  const form = useVoteForm()
  const act = useRecordBudget(onClose)
  const wrong = grid.rows.flatMap(({ months }) =>
    months.filter((text) => budgetAmount(text) === undefined),
  ).length
  const unsplit = grid.rows.filter((row) => row.year !== undefined).length
  const isUnready = wrong > 0 || unsplit > 0
  const send = form.onSubmit(({ votedOn, decisionReference }) => {
    if (votedOn === null || isUnready) return
    act.mutate({
      ...{ groupingId, year, votedOn, decisionReference },
      replacesVersion: latest?.version ?? 0,
      pools: grid.rows.map((row) => ({
        poolId: row.pool.id,
        amounts: [...(amountsIn(row) ?? [])],
      })),
    })
  })
  return (
    <Panel
      title={texts(latest ? 'form.amended' : 'form.first', { year })}
      aside={
        <Group gap="xs">
          {latest ? null : <CopyYear year={year - 1} onCopy={grid.startFrom} />}
          <Button variant="default" onClick={grid.splitAll}>
            {texts('form.splitAll')}
          </Button>
        </Group>
      }
    >
      <form onSubmit={send}>
        <Stack>
          <Text c="dimmed">{texts('form.hint')}</Text>
          {latest ? <Text>{texts('form.replaces', { version: latest.version })}</Text> : null}
          <VoteFields form={form} />
          <BudgetGridTable year={year} grid={grid} />
          {wrong > 0 ? (
            <Text c="var(--nv-stop)" role="alert">
              {texts('form.badAmounts', { count: wrong })} {texts('form.badAmount')}
            </Text>
          ) : null}
          {unsplit > 0 ? (
            <Text c="var(--nv-warn)" role="status">
              {texts('form.unsplit', { count: unsplit })}
            </Text>
          ) : null}
          {act.error ? <ProblemAlert error={act.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={act.isPending} disabled={isUnready}>
              {texts('form.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}

function VoteFields({ form }: { readonly form: ReturnType<typeof useVoteForm> }) {
  const texts = useBudgetTexts()
  return (
    <Group align="flex-start">
      <DayInput
        label={texts('form.votedOn')}
        maxDate={today()}
        value={form.values.votedOn}
        onChange={(day) => form.setFieldValue('votedOn', day)}
        error={form.errors['votedOn']}
      />
      <TextInput
        label={texts('form.decision')}
        description={texts('form.decisionHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={120}
        flex={1}
        miw={240}
        {...form.getInputProps('decisionReference')}
      />
    </Group>
  )
}

/** Starts from the year before, when it had a budget. */
function CopyYear({
  year,
  onCopy,
}: {
  readonly year: number
  readonly onCopy: (vote: BudgetVoteView) => void
}) {
  const texts = useBudgetTexts()
  const { id } = useFinanceGrouping()
  const { data: [vote] = [] } = useQuery(budgetsQuery(id, year))
  if (vote === undefined) return null
  return (
    <Button variant="default" onClick={() => onCopy(vote)}>
      {texts('form.copyYear', { year })}
    </Button>
  )
}

const noDay = (): string | null => null

function useVoteForm() {
  const texts = useBudgetTexts()
  return useForm({
    initialValues: { votedOn: noDay(), decisionReference: '' },
    validate: {
      votedOn: (day) => (day === null ? texts('form.needDay') : null),
      decisionReference: (text) => (text.trim() === '' ? texts('form.needText') : null),
    },
  })
}

interface VoteToRecord {
  readonly groupingId: string
  readonly year: number
  readonly votedOn: string
  readonly decisionReference: string
  readonly replacesVersion: number
  readonly pools: { readonly poolId: string; readonly amounts: string[] }[]
}

function useRecordBudget(onClose: () => void) {
  const texts = useBudgetTexts()
  const formats = useFormats()
  return useAct({
    act: (json: VoteToRecord) => read(api.budgets.$post({ json })),
    changes: ['budgets'],
    quiet: true,
    success: ({ year, total }) => texts('form.done', { year, total: formats.euros(total) }),
    onDone: onClose,
  })
}
