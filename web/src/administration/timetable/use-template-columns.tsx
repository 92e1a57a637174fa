import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { useSpan } from '../parts/use-span.js'
import { TEMPLATE_TONES, templateState } from './template-state.js'
import { useTimetableTexts } from './texts.js'
import { Weekdays } from './weekdays.js'

const MINUTE_MS = 60_000

export function useTemplateColumns(): readonly Column<RunTemplateView>[] {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const span = useSpan()
  return [
    {
      key: 'name',
      header: texts('column.name'),
      sticky: true,
      cell: ({ id, name }) => <PathLink to={`/administration/tournees/${id}`}>{name}</PathLink>,
    },
    {
      key: 'days',
      header: texts('column.days'),
      cell: ({ weekdays }) => <Weekdays of={weekdays} />,
    },
    { key: 'departs', header: texts('column.departs'), cell: ({ departsAt }) => departsAt },
    {
      key: 'cutoff',
      header: texts('column.cutoff'),
      cell: ({ cutoffMinutes }) =>
        texts('cutoff', { duration: formats.duration(cutoffMinutes * MINUTE_MS) }),
    },
    {
      key: 'stops',
      header: texts('column.stops'),
      align: 'right',
      cell: ({ stops }) => stops.length,
    },
    {
      key: 'validity',
      header: texts('column.validity'),
      cell: ({ validFrom, validTo }) => span({ fromOn: validFrom, toOn: validTo ?? undefined }),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: (template) => <TemplateBadge of={template} />,
    },
  ]
}

export function TemplateBadge({ of }: { readonly of: RunTemplateView }) {
  const texts = useTimetableTexts()
  const state = templateState(of)
  return <StateBadge tone={TEMPLATE_TONES[state]}>{texts(`state.${state}`)}</StateBadge>
}
