import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { UserView } from '../../../../src/members/user-schema.js'
import { api, read } from '../../api/client.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { DialogButton } from '../parts/dialog-button.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { LinkIdentity } from './link-identity.js'
import { NewPassword } from './new-password.js'
import { usePeopleTexts } from './texts.js'

/** What may be done to an account: close it, open it again, let its person back in. */
export function AccountActs({ user }: { readonly user: UserView }) {
  const texts = usePeopleTexts()
  const isPerson = user.kind === 'person'
  return (
    <>
      {isPerson ? (
        <>
          <DialogButton label={texts('identity.verb')}>
            {(close) => <LinkIdentity userId={user.id} onClose={close} />}
          </DialogButton>
          <DialogButton label={texts('password.reset')}>
            {(close) => <ResetPassword userId={user.id} onClose={close} />}
          </DialogButton>
        </>
      ) : null}
      {user.disabledAt === undefined ? <Disable user={user} /> : <Enable user={user} />}
    </>
  )
}

function Disable({ user }: { readonly user: UserView }) {
  const texts = usePeopleTexts()
  const disable = useAct({
    act: () => read(api.users[':userId'].disable.$post({ param: { userId: user.id } })),
    changes: ['users', 'api-keys'],
    success: texts('disable.done'),
  })
  return (
    <Confirm
      title={texts('disable.title', { name: user.displayName })}
      verb={texts('disable.verb')}
      danger
      isPending={disable.isPending}
      onConfirm={() => disable.mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {texts('disable.verb')}
        </Button>
      )}
    >
      <Text>{texts('disable.hint')}</Text>
    </Confirm>
  )
}

function Enable({ user }: { readonly user: UserView }) {
  const texts = usePeopleTexts()
  const enable = useAct({
    act: () => read(api.users[':userId'].enable.$post({ param: { userId: user.id } })),
    changes: ['users'],
    success: texts('enable.done'),
  })
  return (
    <Button loading={enable.isPending} onClick={() => enable.mutate()}>
      {texts('enable.verb')}
    </Button>
  )
}

interface FormProps {
  readonly userId: string
  readonly onClose: () => void
}

function ResetPassword({ userId, onClose }: FormProps) {
  const texts = usePeopleTexts()
  const form = useForm({ initialValues: { password: '' } })
  const reset = useAct({
    act: (json: { password: string }) =>
      read(api.users[':userId'].password.$post({ param: { userId }, json })),
    changes: ['users'],
    success: texts('password.done'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => reset.mutate(values))}>
      <Stack>
        <Text>{texts('password.resetHint')}</Text>
        <NewPassword
          label={texts('password.next')}
          required
          value={form.values.password}
          error={form.errors['password']}
          onChange={(password) => form.setFieldValue('password', password)}
        />
        <FormProblem error={reset.error} form={form} />
        <FormFoot verb={texts('password.reset')} isPending={reset.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
