import { Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministered } from '../parts/use-administration.js'
import { asRole, NO_ROLE, type RoleDraft, RoleFields } from './role-fields.js'
import { usePeopleTexts } from './texts.js'

type Draft = RoleDraft & { email: string }

/** Gives a role to somebody who already has an account in another grouping. */
export function GrantByEmail({ onClose }: { readonly onClose: () => void }) {
  const texts = usePeopleTexts()
  const { id: groupingId } = useAdministered()
  const navigate = useNavigate()
  const form = useForm<Draft>({
    initialValues: { ...NO_ROLE, email: '' },
    validate: { role: (role) => (role === null ? texts('roles.needed') : null) },
  })
  const grant = useAct({
    act: ({ email, ...draft }: Draft) => {
      const role = asRole(draft)
      if (role === undefined) throw new Error('A role is chosen before the form is sent')
      return read(api.users.grants.$post({ json: { groupingId, email, ...role } }))
    },
    changes: ['users'],
    success: texts('roles.given'),
    quiet: true,
    onDone: ({ userId }) => {
      onClose()
      void navigate({ to: `/administration/personnes/${userId}` })
    },
  })
  return (
    <form onSubmit={form.onSubmit((values) => grant.mutate(values))}>
      <Stack>
        <Text>{texts('create.colleagueHint')}</Text>
        <TextInput
          label={texts('create.email')}
          type="email"
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <RoleFields
          value={form.values}
          errorOf={(field) => form.errors[field]}
          onChange={(role) => form.setValues(role)}
        />
        <FormProblem error={grant.error} form={form} />
        <FormFoot verb={texts('roles.give')} isPending={grant.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
