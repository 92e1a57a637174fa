import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { api, read } from '../../api/client.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { asTemplate, draftOf, type TemplateDraft } from './template-draft.js'
import { TemplateFields } from './template-fields.js'
import { useTimetableTexts } from './texts.js'

interface Props {
  readonly template: RunTemplateView
  readonly onClose: () => void
}

/** Changes a recurring run; its planned runs follow. */
export function ChangeTemplate({ template, onClose }: Props) {
  const texts = useTimetableTexts()
  const ui = useUiTexts()
  const form = useForm<TemplateDraft>({ initialValues: draftOf(template) })
  const change = useAct({
    act: (draft: TemplateDraft) =>
      read(
        api['run-templates'][':id'].$patch({
          param: { id: template.id },
          json: {
            ...asTemplate(draft),
            ...(draft.reason.trim() !== '' && { reason: draft.reason }),
          },
        }),
      ),
    changes: ['run-templates', 'runs'],
    success: texts('form.changed'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        <TemplateFields form={form} />
        <TextInput
          label={texts('form.reason')}
          description={texts('form.reasonHint')}
          maxLength={300}
          {...form.getInputProps('reason')}
        />
        <FormProblem error={change.error} form={form} />
        <FormFoot verb={ui('save')} isPending={change.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
