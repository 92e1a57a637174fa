import { Anchor, Button, Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { BudgetVoteView } from '../../../../src/billing/budget-schema.js'
import { useHolds } from '../../app/place.js'
import { today, useFormats } from '../../texts/formats.js'
import { number } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { budgetsQuery, poolsQuery } from '../kit/queries.js'
import { FINANCE_CONTROLLERS } from '../kit/roles.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { usePeriods } from '../kit/use-periods.js'
import { BudgetForm } from './budget-form.js'
import { BudgetTable } from './budget-table.js'
import { BudgetPanel } from './comparison-panel.js'
import { useBudgetTexts } from './texts.js'
import { VotesTable } from './votes-table.js'

const Filter = {
  annee: number,
  vote: number,
}

const yearOf = (month: string): number => Number(month.slice(0, 4))

/** The budget of a year, as voted, as amended, and against what was spent. */
export function BudgetPage() {
  const texts = useBudgetTexts()
  const { id } = useFinanceGrouping()
  const { periods } = usePeriods()
  const [{ annee, vote: version }, change] = useFilters(Filter)
  const current = yearOf(today())
  const year = annee ?? current
  const years = new Set([current + 1, current, year, ...periods.map(({ month }) => yearOf(month))])
  const votes = useQuery(budgetsQuery(id, year))
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        <Select
          aria-label={texts('year')}
          data={[...years].toSorted((a, b) => b - a).map(String)}
          value={String(year)}
          onChange={(chosen) => change({ annee: Number(chosen), vote: undefined })}
          allowDeselect={false}
          w={120}
        />
      }
    >
      <Loadable query={votes}>
        {(items) => (
          <YearBudget
            key={year}
            year={year}
            votes={items}
            version={version}
            onVersion={(chosen) => change({ vote: chosen })}
          />
        )}
      </Loadable>
    </Page>
  )
}

interface YearProps {
  readonly year: number
  readonly votes: readonly BudgetVoteView[]
  readonly version: number | undefined
  readonly onVersion: (version: number | undefined) => void
}

function YearBudget({ year, votes, version, onVersion }: YearProps) {
  const [isTyping, { open, close }] = useDisclosure(false)
  const { id } = useFinanceGrouping()
  const { data: all } = useQuery(poolsQuery(id))
  const [latest] = votes
  const pools = (all ?? []).filter(
    (pool) => pool.closedOn === null || pool.closedOn >= `${year}-01-01`,
  )
  const shown = votes.find((vote) => vote.version === version) ?? latest
  if (isTyping) return <BudgetForm year={year} pools={pools} latest={latest} onClose={close} />
  return (
    <Stack gap="md">
      <Figures
        year={year}
        shown={shown}
        latest={latest}
        hasPools={pools.length > 0}
        onType={open}
        onLatest={() => onVersion(undefined)}
      />
      {latest ? <BudgetPanel year={year} /> : null}
      {shown ? (
        <VotesTable
          votes={votes}
          shown={shown}
          onOpen={(vote) => onVersion(vote === latest ? undefined : vote.version)}
        />
      ) : null}
    </Stack>
  )
}

interface FiguresProps {
  readonly year: number
  readonly shown: BudgetVoteView | undefined
  readonly latest: BudgetVoteView | undefined
  readonly hasPools: boolean
  readonly onType: () => void
  readonly onLatest: () => void
}

function Figures({ year, shown, latest, hasPools, onType, onLatest }: FiguresProps) {
  const texts = useBudgetTexts()
  const mayAct = useHolds(FINANCE_CONTROLLERS)
  const act =
    mayAct && hasPools ? (
      <Button variant={shown ? 'default' : 'filled'} onClick={onType}>
        {texts(shown ? 'amend' : 'record')}
      </Button>
    ) : null
  if (shown === undefined) {
    return hasPools ? (
      <EmptyState title={texts('none', { year })} action={act}>
        {texts('noneHint')}
      </EmptyState>
    ) : (
      <EmptyState title={texts('noPools')}>{texts('noPoolsHint')}</EmptyState>
    )
  }
  return (
    <Panel title={texts('figures', { year })} aside={act}>
      <VoteSentence shown={shown} isLatest={shown === latest} onLatest={onLatest} />
      <BudgetTable vote={shown} />
    </Panel>
  )
}

interface SentenceProps {
  readonly shown: BudgetVoteView
  readonly isLatest: boolean
  readonly onLatest: () => void
}

function VoteSentence({ shown, isLatest, onLatest }: SentenceProps) {
  const texts = useBudgetTexts()
  const formats = useFormats()
  const { version, votedOn, decisionReference: decision } = shown
  if (isLatest) {
    return (
      <Text c="dimmed">{texts('inForce', { version, decision, date: formats.day(votedOn) })}</Text>
    )
  }
  return (
    <Text>
      {texts('replaced', { version })}{' '}
      <Anchor component="button" type="button" onClick={onLatest}>
        {texts('seeInForce')}
      </Anchor>
    </Text>
  )
}
