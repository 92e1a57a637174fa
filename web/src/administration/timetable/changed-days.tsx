import { Group, Text } from '@mantine/core'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { today, useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { ListTable } from '../parts/list-table.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { RestoreDay } from './restore-day.js'
import { useTimetableTexts } from './texts.js'

type Exception = RunTemplateView['exceptions'][number]

interface Props {
  readonly template: RunTemplateView
  readonly mayAct: boolean
}

/** The days to come that differ from the timetable. */
export function ChangedDays({ template, mayAct }: Props) {
  const texts = useTimetableTexts()
  const columns = useColumns(template.id, mayAct)
  const coming = template.exceptions
    .filter(({ onDay }) => onDay >= today())
    .toSorted((a, b) => a.onDay.localeCompare(b.onDay))
  return (
    <Panel title={texts('template.exceptions')}>
      {coming.length === 0 ? (
        <Text c="dimmed">
          {texts('template.noException')}. {mayAct ? texts('template.noExceptionHint') : ''}
        </Text>
      ) : (
        <ListTable
          label={texts('template.exceptions')}
          columns={columns}
          rows={coming}
          rowId={({ onDay }) => onDay}
        />
      )}
    </Panel>
  )
}

function useColumns(templateId: string, mayAct: boolean): readonly Column<Exception>[] {
  const texts = useTimetableTexts()
  const common = useAdministrationTexts()
  const formats = useFormats()
  const shown: Column<Exception>[] = [
    { key: 'day', header: texts('calendar.day'), cell: ({ onDay }) => formats.weekday(onDay) },
    {
      key: 'what',
      header: texts('calendar.what'),
      cell: ({ kind, departsAt }) => (
        <StateBadge tone={kind === 'moved' ? 'warn' : 'stop'}>
          {texts(`entry.${kind}`, { time: departsAt ?? '' })}
        </StateBadge>
      ),
    },
    { key: 'why', header: texts('calendar.why'), cell: ({ reason }) => reason },
  ]
  if (!mayAct) return shown
  return [
    ...shown,
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{common('actions')}</span>,
      cell: ({ onDay }) => (
        <Group justify="flex-end">
          <RestoreDay
            templateId={templateId}
            day={onDay}
            name={`${texts('day.restore')}\u00a0: ${formats.weekday(onDay)}`}
          />
        </Group>
      ),
    },
  ]
}
