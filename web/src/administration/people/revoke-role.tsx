import { Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { RoleGrantView } from '../../../../src/members/user-schema.js'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { usePeopleTexts } from './texts.js'

interface Props {
  readonly grant: RoleGrantView
  readonly onClose: () => void
}

/** Ends a role, at once or after a day. */
export function RevokeRole({ grant: { id, userId, fromOn }, onClose }: Props) {
  const texts = usePeopleTexts()
  const form = useForm({ initialValues: { toOn: '' } })
  const revoke = useAct({
    act: ({ toOn }: { toOn: string }) =>
      read(
        api.users[':userId'].grants[':roleGrantId'].revoke.$post({
          param: { userId, roleGrantId: id },
          json: toOn === '' ? {} : { toOn },
        }),
      ),
    changes: ['users'],
    success: texts('roles.revoked'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => revoke.mutate(values))}>
      <Stack>
        <Text>{texts('roles.revokeHint')}</Text>
        <DayField
          label={texts('roles.lastDay')}
          description={texts('roles.lastDayHint')}
          min={fromOn}
          {...form.getInputProps('toOn')}
        />
        <FormProblem error={revoke.error} form={form} />
        <FormFoot
          verb={texts('roles.revoke')}
          isPending={revoke.isPending}
          onCancel={onClose}
          danger
        />
      </Stack>
    </form>
  )
}
