import { Group, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { text } from '../../ui/filters.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { MonthSelect } from '../kit/month-select.js'
import { costSplitQuery, periodsQuery, statementsQuery } from '../kit/queries.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { useSplitTexts } from '../split/texts.js'
import { StatementsPicture } from './statements-picture.js'
import { StatementsTable } from './statements-table.js'
import { useStatementsTexts } from './texts.js'

const Filter = { mois: text, etat: text }
const STATES = ['issued', 'disputed', 'final'] as const

/** The statements of a closed month. */
export function StatementsPage() {
  const texts = useStatementsTexts()
  const { id } = useFinanceGrouping()
  const [{ mois }, change] = useFilters(Filter)
  const query = useQuery(periodsQuery(id))
  const closed = (query.data ?? []).filter(({ state }) => state === 'closed')
  const chosen = closed.find(({ month }) => month === mois) ?? closed[0]
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        chosen ? (
          <>
            <CostSplit periodId={chosen.id} />
            <MonthSelect
              periods={closed}
              value={chosen.month}
              onChange={(month) => change({ mois: month })}
            />
          </>
        ) : null
      }
    >
      <Loadable query={query}>
        {() =>
          chosen === undefined ? (
            <EmptyState
              title={texts('none')}
              action={<PathLink to="/finance">{texts('goMonths')}</PathLink>}
            >
              {texts('noneHint')}
            </EmptyState>
          ) : (
            <MonthStatements month={chosen.month} />
          )
        }
      </Loadable>
    </Page>
  )
}

function CostSplit({ periodId }: { readonly periodId: string }) {
  const texts = useSplitTexts()
  const { data } = useQuery(costSplitQuery(periodId))
  if (!data) return null
  return (
    <DocumentButton
      documentId={data.id}
      title={data.number === null ? texts('document') : `${texts('document')} ${data.number}`}
    />
  )
}

function MonthStatements({ month }: { readonly month: string }) {
  const texts = useStatementsTexts()
  const words = useVocabulary()
  const { id } = useFinanceGrouping()
  const [{ etat }, change] = useFilters(Filter)
  const statements = useQuery(statementsQuery(id, month))
  return (
    <Loadable query={statements}>
      {(items) => (
        <Stack gap="md">
          <Panel
            title={texts('list')}
            aside={
              <Group gap="xs">
                <Select
                  aria-label={texts('state')}
                  placeholder={texts('anyState')}
                  data={STATES.map((state) => ({
                    value: state,
                    label: words.word('statementState', state),
                  }))}
                  value={etat ?? null}
                  onChange={(state) => change({ etat: state ?? undefined })}
                  clearable
                  clearButtonProps={{ 'aria-label': texts('anyState') }}
                />
              </Group>
            }
          >
            <StatementsTable
              statements={items.filter(({ state }) => etat === undefined || state === etat)}
              emptyTitle={texts(etat === undefined ? 'none' : 'noneFiltered')}
            />
          </Panel>
          <StatementsPicture statements={items} />
        </Stack>
      )}
    </Loadable>
  )
}
