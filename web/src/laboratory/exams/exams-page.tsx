import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExamView, StabilityRuleView } from '../../../../src/specimens/view-schema.js'
import { dayOf } from '../../texts/formats.js'
import { type FiltersOf, number, text } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { useIsBiologist, useLaboratoryId } from '../use-laboratory.js'
import { ExamForm } from './exam-form.js'
import { examsQuery, rulesQuery } from './exam-queries.js'
import { type ExamRow, ExamTable } from './exam-table.js'
import { RuleForm } from './rule-form.js'
import { RuleTable } from './rule-table.js'
import { validityOn } from './rule-validity.js'
import { useExamTexts } from './texts.js'

const Filters = {
  q: text,
  interdits: number,
  examen: text,
}
type Filters = FiltersOf<typeof Filters>

/** What the laboratory analyses, and how long each tube holds. */
export function ExamsPage() {
  const texts = useExamTexts()
  const groupingId = useLaboratoryId()
  const isBiologist = useIsBiologist()
  const [filters, filter] = useFilters(Filters)
  const [isCreating, setCreating] = useState(false)
  const exams = useQuery(examsQuery(groupingId))
  const rules = useQuery(rulesQuery(groupingId))
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        isBiologist ? (
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {texts('newExam')}
          </Button>
        ) : null
      }
    >
      {isBiologist ? null : <Text c="dimmed">{texts('biologistOnly')}</Text>}
      <FilterBar filters={filters} filter={filter} />
      <Loadable query={exams}>
        {(all) => (
          <Loadable query={rules}>
            {(versions) => (
              <Catalogue exams={all} rules={versions} filters={filters} filter={filter} />
            )}
          </Loadable>
        )}
      </Loadable>
      {isCreating ? (
        <ExamForm
          onClose={() => setCreating(false)}
          onCreated={({ id }) => {
            setCreating(false)
            filter({ examen: id })
          }}
        />
      ) : null}
    </Page>
  )
}

interface CatalogueProps extends BarProps {
  readonly exams: readonly ExamView[]
  readonly rules: readonly StabilityRuleView[]
}

function Catalogue({ exams, rules, filters, filter }: CatalogueProps) {
  const texts = useExamTexts()
  const chosen = exams.find(({ id }) => id === filters.examen)
  return (
    <>
      <ExamTable
        rows={rowsOf(exams, rules, filters)}
        activeId={filters.examen}
        onOpen={(examen) => filter({ examen })}
      />
      {chosen ? (
        <ExamRules exam={chosen} rules={rules.filter(({ examId }) => examId === chosen.id)} />
      ) : (
        <Text c="dimmed">{texts('rulesHint')}</Text>
      )}
    </>
  )
}

function rowsOf(
  exams: readonly ExamView[],
  rules: readonly StabilityRuleView[],
  { q = '', interdits }: Filters,
): ExamRow[] {
  const today = dayOf(Date.now())
  const wanted = q.trim().toLowerCase()
  return exams
    .filter((exam) => interdits !== 1 || exam.isCourierForbidden)
    .map((exam) => ({
      exam,
      rules: rules.filter(
        (rule) => rule.examId === exam.id && validityOn(rule, today) === 'inForce',
      ),
    }))
    .filter(({ exam, rules: own }) =>
      [exam.code, exam.label, ...own.map(({ tubeType }) => tubeType ?? '')].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    )
}

interface BarProps {
  readonly filters: Filters
  readonly filter: (change: Partial<Filters>) => void
}

function FilterBar({ filters, filter }: BarProps) {
  const texts = useExamTexts()
  return (
    <Group align="flex-end" gap="md">
      <TextInput
        label={texts('find')}
        value={filters.q ?? ''}
        onChange={(event) => filter({ q: event.currentTarget.value })}
        w={320}
      />
      <Checkbox
        label={texts('onlyForbidden')}
        checked={filters.interdits === 1}
        onChange={(event) => filter({ interdits: event.currentTarget.checked ? 1 : undefined })}
        mb={8}
      />
    </Group>
  )
}

function ExamRules({
  exam,
  rules,
}: {
  readonly exam: ExamView
  readonly rules: readonly StabilityRuleView[]
}) {
  const texts = useExamTexts()
  const isBiologist = useIsBiologist()
  const [isWriting, setWriting] = useState(false)
  const title = texts('rulesOf', { code: exam.code, label: exam.label })
  return (
    <Panel
      title={title}
      aside={
        isBiologist ? (
          <Button variant="default" onClick={() => setWriting(true)}>
            {texts('newRule')}
          </Button>
        ) : null
      }
    >
      <RuleTable label={title} rules={rules} />
      {isWriting ? <RuleForm exam={exam} onClose={() => setWriting(false)} /> : null}
    </Panel>
  )
}
