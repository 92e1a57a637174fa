import { Button, Group, Paper, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { api, read } from '../../api/client.js'
import { Page } from '../../ui/layout/page.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useAct } from '../../ui/use-act.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { DialogButton } from '../parts/dialog-button.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { type CalendarEntry, templateEntries } from './calendar-entries.js'
import { ChangeTemplate } from './change-template.js'
import { ChangedDays } from './changed-days.js'
import { DayDialog } from './day-dialog.js'
import { HoldTemplate } from './hold-template.js'
import { PatternPanel } from './pattern-panel.js'
import { templateQuery } from './queries.js'
import { RunCalendar } from './run-calendar.js'
import { StopsPanel } from './stops-panel.js'
import { useTimetableTexts } from './texts.js'
import { TemplateBadge } from './use-template-columns.js'

/** One recurring run: its timetable, its road, and the days that differ. */
export function TemplatePage() {
  const texts = useTimetableTexts()
  const query = useQuery(templateQuery(usePathParam('templateId')))
  const mayAct = useMayAdminister()
  const known = query.data
  return (
    <Page
      title={known?.name ?? texts('title')}
      crumbs={[{ label: texts('title'), to: '/administration/tournees' }]}
      marks={known === undefined ? null : <TemplateBadge of={known} />}
      actions={mayAct && known !== undefined ? <TemplateActs template={known} /> : null}
    >
      <Loadable query={query}>
        {(template) => <TemplateContent template={template} mayAct={mayAct} />}
      </Loadable>
    </Page>
  )
}

interface ContentProps {
  readonly template: RunTemplateView
  readonly mayAct: boolean
}

function TemplateContent({ template, mayAct }: ContentProps) {
  const [opened, setOpened] = useState<CalendarEntry>()
  return (
    <Stack gap="md">
      <PatternPanel template={template} />
      <StopsPanel template={template} />
      <ChangedDays template={template} mayAct={mayAct} />
      <Paper p="md">
        <RunCalendar
          isOfOne
          entriesBetween={(from, to) => templateEntries(template, from, to)}
          onOpen={mayAct ? setOpened : undefined}
        />
      </Paper>
      <DayDialog entry={opened} onClose={() => setOpened(undefined)} />
    </Stack>
  )
}

function TemplateActs({ template }: { readonly template: RunTemplateView }) {
  const texts = useTimetableTexts()
  const common = useAdministrationTexts()
  const resume = useAct({
    act: () => read(api['run-templates'][':id'].resume.$post({ param: { id: template.id } })),
    changes: ['run-templates', 'runs'],
    success: texts('hold.resumed'),
  })
  return (
    <Group gap="xs">
      <DialogButton label={common('change')} title={texts('form.change')} width={760}>
        {(close) => <ChangeTemplate template={template} onClose={close} />}
      </DialogButton>
      {template.heldFrom === null ? (
        <DialogButton label={texts('hold.verb')} title={texts('hold.title')}>
          {(close) => <HoldTemplate templateId={template.id} onClose={close} />}
        </DialogButton>
      ) : (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          {texts('hold.resume')}
        </Button>
      )}
    </Group>
  )
}
