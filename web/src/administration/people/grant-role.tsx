import { Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministered } from '../parts/use-administration.js'
import { asRole, NO_ROLE, type RoleDraft, RoleFields } from './role-fields.js'
import { usePeopleTexts } from './texts.js'

interface Props {
  readonly userId: string
  readonly onClose: () => void
}

/** Gives one more role, between two days. */
export function GrantRole({ userId, onClose }: Props) {
  const texts = usePeopleTexts()
  const { id: groupingId } = useAdministered()
  const form = useForm<RoleDraft>({
    initialValues: NO_ROLE,
    validate: { role: (role) => (role === null ? texts('roles.needed') : null) },
  })
  const grant = useAct({
    act: (draft: RoleDraft) => {
      const role = asRole(draft)
      if (role === undefined) throw new Error('A role is chosen before the form is sent')
      return read(
        api.users[':userId'].grants.$post({ param: { userId }, json: { groupingId, ...role } }),
      )
    },
    changes: ['users'],
    success: texts('roles.given'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => grant.mutate(values))}>
      <Stack>
        <Text size="sm" c="dimmed">
          {texts('roles.whereHint')}
        </Text>
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
