import { Stack } from '@mantine/core'
import type { EstablishmentView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { EstablishmentFields } from './establishment-fields.js'
import { asInput, useEstablishmentForm } from './establishment-form.js'
import { useMembersTexts } from './texts.js'

interface Props {
  readonly establishment: EstablishmentView
  readonly onClose: () => void
}

/** Corrects what is known of a site. */
export function ChangeEstablishment({ establishment, onClose }: Props) {
  const texts = useMembersTexts()
  const ui = useUiTexts()
  const form = useEstablishmentForm(establishment)
  const change = useAct({
    act: (json: ReturnType<typeof asInput>) =>
      read(
        api.establishments[':establishmentId'].$patch({
          param: { establishmentId: establishment.id },
          json,
        }),
      ),
    changes: ['establishments', 'memberships'],
    success: texts('form.changed'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(asInput(values)))}>
      <Stack>
        <EstablishmentFields form={form} />
        <FormProblem error={change.error} form={form} />
        <FormFoot verb={ui('save')} isPending={change.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
