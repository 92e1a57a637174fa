import { Group, Paper, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BudgetComparisonView } from '../../../../src/billing/budget-schema.js'
import { today } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { MonthSelect } from '../kit/month-select.js'
import { budgetComparisonQuery } from '../kit/queries.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { usePeriods } from '../kit/use-periods.js'
import { ComparisonPicture } from './comparison-picture.js'
import { useBudgetTexts } from './texts.js'

/** One month, and everything since January, against the budget; of the last year with a month unless said. */
export function BudgetPanel({ year }: { readonly year?: number }) {
  const texts = useBudgetTexts()
  const { periods } = usePeriods()
  const [wished, wish] = useState<string>()
  const own = periods.filter(({ month }) => year === undefined || month.startsWith(`${year}-`))
  const now = today().slice(0, 7)
  const chosen =
    own.find(({ month }) => month === wished) ?? own.find(({ month }) => month < now) ?? own[0]
  if (chosen === undefined) return null
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Group justify="flex-end">
          <MonthSelect
            label={texts('compare.of')}
            periods={own}
            value={chosen.month}
            onChange={wish}
          />
        </Group>
        <MonthAgainstBudget month={chosen.month} isClosed={chosen.state === 'closed'} />
      </Stack>
    </Paper>
  )
}

interface MonthProps {
  readonly month: string
  readonly isClosed: boolean
}

function MonthAgainstBudget({ month, isClosed }: MonthProps) {
  const { id } = useFinanceGrouping()
  const comparison = useQuery(budgetComparisonQuery(id, Number(month.slice(0, 4))))
  return (
    <Loadable query={comparison}>
      {(data) =>
        data.version === null ? (
          <NoBudget comparison={data} />
        ) : (
          <ComparisonPicture comparison={data} month={month} isClosed={isClosed} />
        )
      }
    </Loadable>
  )
}

function NoBudget({ comparison: { year } }: { readonly comparison: BudgetComparisonView }) {
  const texts = useBudgetTexts()
  return (
    <EmptyState
      title={texts('compare.none', { year })}
      action={
        <PathLink to="/finance/budget" search={{ annee: year }}>
          {texts('compare.goBudget')}
        </PathLink>
      }
    >
      {texts('compare.noneHint')}
    </EmptyState>
  )
}
