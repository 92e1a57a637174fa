import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered } from '../parts/use-administration.js'
import { asTemplate, newTemplate, type TemplateDraft } from './template-draft.js'
import { TemplateFields } from './template-fields.js'
import { useTimetableTexts } from './texts.js'

/** Opens a recurring run with its stops. */
export function CreateTemplate({ onClose }: { readonly onClose: () => void }) {
  const texts = useTimetableTexts()
  const common = useAdministrationTexts()
  const { id: groupingId } = useAdministered()
  const navigate = useNavigate()
  const form = useForm<TemplateDraft>({ initialValues: newTemplate() })
  const create = useAct({
    act: (draft: TemplateDraft) =>
      read(api['run-templates'].$post({ json: { groupingId, ...asTemplate(draft) } })),
    changes: ['run-templates', 'runs'],
    success: texts('form.created'),
    quiet: true,
    onDone: ({ id }) => {
      onClose()
      void navigate({ to: `/administration/tournees/${id}` })
    },
  })
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack>
        <TemplateFields form={form} />
        <FormProblem error={create.error} form={form} />
        <FormFoot verb={common('create')} isPending={create.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
