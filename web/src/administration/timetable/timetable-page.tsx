import { Group, Paper, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DialogButton } from '../parts/dialog-button.js'
import { ListTable } from '../parts/list-table.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { type CalendarEntry, singleEntries, templateEntries } from './calendar-entries.js'
import { CreateTemplate } from './create-template.js'
import { DayDialog } from './day-dialog.js'
import { comingRunsQuery, templatesQuery } from './queries.js'
import { RunCalendar } from './run-calendar.js'
import { SingleRun } from './single-run.js'
import { useTimetableTexts } from './texts.js'
import { useTemplateColumns } from './use-template-columns.js'

/** The timetable of the grouping's runs, and what it gives in the coming weeks. */
export function TimetablePage() {
  const texts = useTimetableTexts()
  const { id } = useAdministered()
  const mayAct = useMayAdminister()
  const query = useQuery(templatesQuery(id))
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={mayAct ? <TimetableActs /> : null}
    >
      <Loadable query={query}>
        {(templates) =>
          templates.length === 0 ? (
            <EmptyState title={texts('empty')}>{texts('emptyHint')}</EmptyState>
          ) : (
            <Timetable templates={templates} groupingId={id} mayAct={mayAct} />
          )
        }
      </Loadable>
    </Page>
  )
}

function TimetableActs() {
  const texts = useTimetableTexts()
  return (
    <Group gap="xs">
      <DialogButton label={texts('single.button')} width={760}>
        {(close) => <SingleRun onClose={close} />}
      </DialogButton>
      <DialogButton
        label={texts('form.create')}
        variant="filled"
        width={760}
        leftSection={<IconPlus size={18} aria-hidden />}
      >
        {(close) => <CreateTemplate onClose={close} />}
      </DialogButton>
    </Group>
  )
}

interface Props {
  readonly templates: readonly RunTemplateView[]
  readonly groupingId: string
  readonly mayAct: boolean
}

function Timetable({ templates, groupingId, mayAct }: Props) {
  const texts = useTimetableTexts()
  const navigate = useNavigate()
  const columns = useTemplateColumns()
  const { data: runs = [] } = useQuery(comingRunsQuery(groupingId))
  const [opened, setOpened] = useState<CalendarEntry>()
  const singles = singleEntries(runs)
  return (
    <Stack gap="md">
      <Panel title={texts('list')}>
        <ListTable
          label={texts('list')}
          columns={columns}
          rows={templates}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/administration/tournees/${id}` })}
        />
      </Panel>
      <Paper p="md">
        <RunCalendar
          entriesBetween={(from, to) =>
            [
              ...templates.flatMap((template) => templateEntries(template, from, to)),
              ...singles.filter(({ day }) => day >= from && day <= to),
            ].toSorted(inOrder)
          }
          onOpen={mayAct ? setOpened : undefined}
        />
      </Paper>
      <DayDialog entry={opened} onClose={() => setOpened(undefined)} />
    </Stack>
  )
}

const inOrder = (a: CalendarEntry, b: CalendarEntry): number =>
  a.day.localeCompare(b.day) || hourOf(a).localeCompare(hourOf(b))

/** One that does not leave stands where it would have left. */
const hourOf = ({ departsAt, template, day }: CalendarEntry): string =>
  departsAt ?? `${day}T${template?.departsAt ?? ''}`
