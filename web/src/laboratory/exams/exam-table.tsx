import { Text } from '@mantine/core'
import type { ExamView, StabilityRuleView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useExamTexts } from './texts.js'

const MINUTE_MS = 60_000

export interface ExamRow {
  readonly exam: ExamView
  /** In force today. */
  readonly rules: readonly StabilityRuleView[]
}

interface Props {
  readonly rows: readonly ExamRow[]
  readonly activeId: string | undefined
  readonly onOpen: (examId: string) => void
}

/** Every exam, with the delay in force and whether a courier may carry it. */
export function ExamTable({ rows, activeId, onOpen }: Props) {
  const texts = useExamTexts()
  return (
    <DataTable
      label={texts('list')}
      columns={useExamColumns()}
      rows={rows}
      rowId={({ exam }) => exam.id}
      activeId={activeId}
      onOpen={({ exam }) => onOpen(exam.id)}
      empty={<EmptyState title={texts('empty')}>{texts('emptySentence')}</EmptyState>}
    />
  )
}

function useExamColumns(): readonly Column<ExamRow>[] {
  const texts = useExamTexts()
  const formats = useFormats()
  return [
    {
      key: 'code',
      header: texts('column.code'),
      sticky: true,
      cell: ({ exam }) => <Code>{exam.code}</Code>,
    },
    { key: 'label', header: texts('column.label'), cell: ({ exam }) => exam.label },
    {
      key: 'tube',
      header: texts('column.tube'),
      cell: ({ rules }) => rules[0]?.tubeType ?? texts('anyTube'),
    },
    {
      key: 'storage',
      header: texts('column.storage'),
      cell: ({ rules: [rule] }) =>
        rule?.temperatureClass ? <StorageMark of={rule.temperatureClass} /> : texts('anyClass'),
    },
    {
      key: 'delay',
      header: texts('column.delay'),
      cell: ({ rules: [rule, ...others] }) =>
        rule === undefined ? (
          <StateBadge tone="warn">{texts('noRule')}</StateBadge>
        ) : (
          <>
            {texts('delay', {
              ideal: formats.duration(rule.idealMinutes * MINUTE_MS),
              maximum: formats.duration(rule.maximumMinutes * MINUTE_MS),
            })}
            {others.length > 0 ? (
              <Text size="xs" c="dimmed">
                {texts('moreRules', { count: others.length })}
              </Text>
            ) : null}
          </>
        ),
    },
    {
      key: 'courier',
      header: texts('column.courier'),
      cell: ({ exam }) =>
        exam.isCourierForbidden ? (
          <StateBadge tone="stop">{texts('courierForbidden')}</StateBadge>
        ) : (
          texts('courierAllowed')
        ),
    },
    {
      key: 'letterB',
      header: texts('column.letterB'),
      align: 'right',
      cell: ({ exam }) => (exam.letterB === null ? '–' : formats.number(exam.letterB)),
    },
    {
      key: 'source',
      header: texts('column.source'),
      cell: ({ exam, rules }) => rules[0]?.source ?? exam.source,
    },
  ]
}
