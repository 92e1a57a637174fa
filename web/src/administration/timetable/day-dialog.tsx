import { Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { TimeField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import type { CalendarEntry } from './calendar-entries.js'
import { RestoreDay } from './restore-day.js'
import { useTimetableTexts } from './texts.js'
import { useEntryWords } from './use-entry-words.js'

interface Props {
  readonly entry: CalendarEntry | undefined
  readonly onClose: () => void
}

/** One day of a recurring run: cancelled, moved, or given back to its timetable. */
export function DayDialog({ entry, onClose }: Props) {
  const texts = useTimetableTexts()
  const ui = useUiTexts()
  const formats = useFormats()
  const template = entry?.template
  return (
    <Modal
      opened={template !== undefined}
      onClose={onClose}
      title={
        entry === undefined
          ? ''
          : texts('day.title', { name: entry.name, day: formats.weekday(entry.day) })
      }
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {entry === undefined || template === undefined ? null : (
        <DayContent entry={entry} template={template} onClose={onClose} />
      )}
    </Modal>
  )
}

interface ContentProps {
  readonly entry: CalendarEntry
  readonly template: RunTemplateView
  readonly onClose: () => void
}

function DayContent({ entry, template, onClose }: ContentProps) {
  const texts = useTimetableTexts()
  const words = useEntryWords()
  const { what, reason, day } = entry
  return (
    <Stack>
      <Text>
        <strong>{words(entry)}.</strong> {texts('day.pattern', { time: template.departsAt })}
        {reason === undefined ? '' : ` ${texts('day.reason')}\u00a0: ${reason}.`}
      </Text>
      <PathLink to={`/administration/tournees/${template.id}`}>{texts('day.seeTemplate')}</PathLink>
      {what === 'held' ? <Text>{texts('day.held')}</Text> : null}
      {what === 'moved' || what === 'cancelled' ? (
        <RestoreDay templateId={template.id} day={day} onDone={onClose} />
      ) : null}
      {what === 'held' ? null : (
        <ExceptForm
          templateId={template.id}
          day={day}
          usual={template.departsAt}
          onClose={onClose}
        />
      )}
    </Stack>
  )
}

interface FormProps {
  readonly templateId: string
  readonly day: string
  readonly usual: string
  readonly onClose: () => void
}

type Kind = 'cancelled' | 'moved'

function useExcept({ templateId, day, onClose }: Omit<FormProps, 'usual'>) {
  const texts = useTimetableTexts()
  return useAct({
    act: ({ kind, departsAt, reason }: { kind: Kind; departsAt: string; reason: string }) =>
      read(
        api['run-templates'][':id'].exceptions.$post({
          param: { id: templateId },
          json:
            kind === 'moved'
              ? { kind, onDay: day, departsAt, reason }
              : { kind, onDay: day, reason },
        }),
      ),
    changes: ['run-templates', 'runs'],
    success: ({ exceptions }) =>
      texts(
        exceptions.some(({ onDay, kind }) => onDay === day && kind === 'moved')
          ? 'day.moved'
          : 'day.cancelled',
      ),
    quiet: true,
    onDone: onClose,
  })
}

function ExceptForm(props: FormProps) {
  const texts = useTimetableTexts()
  const ui = useUiTexts()
  const form = useForm<{ kind: Kind; departsAt: string; reason: string }>({
    initialValues: { kind: 'cancelled', departsAt: props.usual, reason: '' },
  })
  const except = useExcept(props)
  const isMove = form.values.kind === 'moved'
  return (
    <form onSubmit={form.onSubmit((values) => except.mutate(values))}>
      <Stack>
        <SegmentedControl
          aria-label={texts('day.change')}
          data={[
            { value: 'cancelled', label: texts('day.cancel') },
            { value: 'moved', label: texts('day.move') },
          ]}
          {...form.getInputProps('kind')}
        />
        <Text size="sm" c="dimmed">
          {texts(isMove ? 'day.moveHint' : 'day.cancelHint')}
        </Text>
        {isMove ? (
          <TimeField label={texts('day.newTime')} required {...form.getInputProps('departsAt')} />
        ) : null}
        <Textarea
          label={texts('day.reason')}
          description={texts('day.reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={300}
          {...form.getInputProps('reason')}
        />
        <FormProblem error={except.error} form={form} />
        <FormFoot
          verb={texts(isMove ? 'day.move' : 'day.cancel')}
          isPending={except.isPending}
          onCancel={props.onClose}
          danger={!isMove}
          leave={ui('close')}
        />
      </Stack>
    </form>
  )
}
