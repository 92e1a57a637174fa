import { Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, read } from '../../api/client.js'
import { today } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useTimetableTexts } from './texts.js'

interface Props {
  readonly templateId: string
  readonly onClose: () => void
}

/** Stops a recurring run for some days, or until it is resumed. */
export function HoldTemplate({ templateId, onClose }: Props) {
  const texts = useTimetableTexts()
  const form = useForm({ initialValues: { from: today(), to: '', reason: '' } })
  const hold = useAct({
    act: ({ from, to, reason }: typeof form.values) =>
      read(
        api['run-templates'][':id'].hold.$post({
          param: { id: templateId },
          json: { from, to: to === '' ? null : to, reason },
        }),
      ),
    changes: ['run-templates', 'runs'],
    success: texts('hold.done'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => hold.mutate(values))}>
      <Stack>
        <Text>{texts('hold.hint')}</Text>
        <DayField label={texts('hold.from')} required {...form.getInputProps('from')} />
        <DayField
          label={texts('hold.to')}
          description={texts('hold.toHint')}
          {...form.getInputProps('to')}
        />
        <Textarea
          label={texts('day.reason')}
          description={texts('day.reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={300}
          {...form.getInputProps('reason')}
        />
        <FormProblem error={hold.error} form={form} />
        <FormFoot verb={texts('hold.verb')} isPending={hold.isPending} onCancel={onClose} danger />
      </Stack>
    </form>
  )
}
