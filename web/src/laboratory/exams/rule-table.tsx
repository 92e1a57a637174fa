import type { StabilityRuleView } from '../../../../src/specimens/view-schema.js'
import { dayOf, useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { validityOn } from './rule-validity.js'
import { useExamTexts } from './texts.js'

const MINUTE_MS = 60_000
const TONES = { inForce: 'ok', ended: 'neutral', toCome: 'info' } as const

interface Props {
  readonly label: string
  readonly rules: readonly StabilityRuleView[]
}

/** Every version of the delays of an exam, newest first: none is ever rewritten. */
export function RuleTable({ label, rules }: Props) {
  const texts = useExamTexts()
  const formats = useFormats()
  const conditions = useConditions()
  const today = dayOf(Date.now())
  const columns: readonly Column<StabilityRuleView>[] = [
    {
      key: 'version',
      header: texts('rule.version'),
      cell: (rule) => {
        const validity = validityOn(rule, today)
        return (
          <>
            v{rule.version}{' '}
            <StateBadge tone={TONES[validity]}>{texts(`rule.${validity}`)}</StateBadge>
          </>
        )
      },
    },
    { key: 'conditions', header: texts('rule.conditions'), cell: conditions },
    {
      key: 'ideal',
      header: texts('rule.ideal'),
      align: 'right',
      cell: ({ idealMinutes }) => formats.duration(idealMinutes * MINUTE_MS),
    },
    {
      key: 'maximum',
      header: texts('rule.maximum'),
      align: 'right',
      cell: ({ maximumMinutes }) => formats.duration(maximumMinutes * MINUTE_MS),
    },
    {
      key: 'derogable',
      header: texts('rule.derogable'),
      cell: ({ isDerogable }) => texts(isDerogable ? 'rule.derogableYes' : 'rule.derogableNo'),
    },
    {
      key: 'validity',
      header: texts('rule.validity'),
      cell: ({ validFrom, validTo }) =>
        validTo === null
          ? texts('rule.from', { from: formats.day(validFrom) })
          : texts('rule.fromTo', { from: formats.day(validFrom), to: formats.day(validTo) }),
    },
    { key: 'source', header: texts('rule.source'), cell: ({ source }) => source },
    {
      key: 'approvedBy',
      header: texts('rule.approvedBy'),
      cell: ({ approvedBy }) => approvedBy ?? '–',
    },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rules}
      rowId={({ id }) => id}
      empty={<EmptyState title={texts('rule.none')} />}
    />
  )
}

function useConditions(): (rule: StabilityRuleView) => string {
  const texts = useExamTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  return ({ tubeType, temperatureClass, processing, origin, urgency }) =>
    [
      tubeType,
      temperatureClass && ui.word('storage', temperatureClass),
      processing && words.word('processing', processing),
      origin && texts.word('origin', origin),
      urgency && words.word('urgency', urgency),
    ]
      .filter(Boolean)
      .join(' · ') || texts('rule.all')
}
