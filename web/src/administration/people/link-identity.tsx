import { Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Rpps } from '../../../../src/kernel/codes.js'
import { request } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { usePeopleTexts } from './texts.js'

/** Who signs for Pro Santé Connect; another server may be set up. */
const PRO_SANTE_CONNECT = 'https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet'
const PSC_SUBJECT_LENGTH = 12

interface Props {
  readonly userId: string
  readonly onClose: () => void
}

/** Lets the account sign in through an identity provider. */
export function LinkIdentity({ userId, onClose }: Props) {
  const texts = usePeopleTexts()
  const form = useForm({ initialValues: { issuer: PRO_SANTE_CONNECT, subject: '' } })
  const link = useAct({
    act: (body: { issuer: string; subject: string }) => send(userId, body),
    changes: ['users'],
    success: texts('identity.done'),
    quiet: true,
    onDone: onClose,
  })
  const { subject, issuer } = form.values
  const isPsc = issuer === PRO_SANTE_CONNECT && subject.length === PSC_SUBJECT_LENGTH
  const isRight = subject.startsWith('8') && Rpps.safeParse(subject.slice(1)).success
  return (
    <form onSubmit={form.onSubmit((values) => link.mutate(values))}>
      <Stack>
        <TextInput
          label={texts('identity.issuer')}
          description={texts('identity.issuerHint')}
          type="url"
          required
          {...form.getInputProps('issuer')}
        />
        <TextInput
          label={texts('identity.subject')}
          description={texts('identity.subjectHint')}
          required
          data-autofocus
          {...form.getInputProps('subject')}
        />
        {isPsc ? (
          <Text size="sm" aria-live="polite" c={isRight ? 'var(--nv-ok)' : 'var(--nv-stop)'}>
            {isRight ? `✓ ${texts('identity.rpps')}` : `✕ ${texts('identity.rppsWrong')}`}
          </Text>
        ) : null}
        <FormProblem error={link.error} form={form} />
        <FormFoot verb={texts('identity.verb')} isPending={link.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

/** This route answers nothing when it is done. */
async function send(userId: string, body: object): Promise<void> {
  const response = await request(`/api/v1/users/${userId}/identities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await ApiProblem.from(response)
}
