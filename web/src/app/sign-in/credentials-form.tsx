import { Button, PinInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { problemCode } from '../../api/problem.js'
import { SecretInput } from '../../ui/form/secret-input.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useFrameTexts } from '../texts.js'
import { useSignIn } from './use-sign-in.js'

interface Props {
  /** Known already when a session is taken up again. */
  readonly email?: string
  readonly onDone: () => void
}

/** E-mail, password and, where the account has one, the second factor. */
export function CredentialsForm({ email: known, onDone }: Props) {
  const texts = useFrameTexts()
  const signIn = useSignIn({ onDone })
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [asksForCode, setAsksForCode] = useState(false)
  const needsCode = problemCode(signIn.error) === 'second-factor-required'
  if (needsCode && !asksForCode) setAsksForCode(true)
  const send = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email, password, ...(asksForCode && totp !== '' ? { totp } : {}) })
  }
  return (
    <form onSubmit={send}>
      <Stack>
        {signIn.error && !(needsCode && totp === '') ? <ProblemAlert error={signIn.error} /> : null}
        <TextInput
          label={texts('signIn.email')}
          type="email"
          autoComplete="username"
          required
          readOnly={known !== undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          size="md"
        />
        <SecretInput
          label={texts('signIn.password')}
          autoComplete="current-password"
          required
          data-autofocus={known === undefined ? undefined : true}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          size="md"
        />
        {asksForCode ? (
          <Stack gap={4}>
            <Text size="sm" fw={500} id="totp-label">
              {texts('signIn.totp')}
            </Text>
            <PinInput
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              size="lg"
              value={totp}
              onChange={setTotp}
              aria-label={texts('signIn.totp')}
            />
            <Text size="sm" c="dimmed">
              {texts('signIn.totpHint')}
            </Text>
          </Stack>
        ) : null}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {texts('signIn.send')}
        </Button>
      </Stack>
    </form>
  )
}
