import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { auth, read } from '../../api/client.js'
import { useSession } from '../../api/session.js'
import { Confirm } from '../../ui/form/confirm.js'
import { SecretInput } from '../../ui/form/secret-input.js'
import { Code } from '../../ui/marks/amounts.js'
import { Lines } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { useFrameTexts } from '../texts.js'
import { postNothing } from './password-form.js'

const QrCode = lazy(() => import('./qr-code.js').then((module) => ({ default: module.QrCode })))

/** Turns the second factor on, with a code that proves the application works, or off, with both proofs. */
export function SecondFactor() {
  const { secondFactor } = useSession()
  return secondFactor.isEnabled ? <TurnOff /> : <TurnOn />
}

function TurnOn() {
  const texts = useFrameTexts()
  const [code, setCode] = useState('')
  const setUp = useAct({ act: () => read(auth.totp.setup.$post()), changes: [] })
  const confirm = useAct({
    act: () => postNothing('/api/auth/totp/confirm', { code }),
    changes: ['session'],
    success: texts('account.totp.enabled'),
    quiet: true,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  const secret = setUp.data
  if (secret === undefined) {
    return (
      <Stack align="flex-start">
        <Text>{texts('account.totp.off')}</Text>
        <Button loading={setUp.isPending} onClick={() => setUp.mutate()}>
          {texts('account.totp.setUp')}
        </Button>
      </Stack>
    )
  }
  return (
    <Stack align="flex-start">
      <Text>{texts('account.totp.scan')}</Text>
      <Suspense fallback={<Lines />}>
        <QrCode text={secret.uri} label={texts('account.totp.scan')} />
      </Suspense>
      <Group gap="xs">
        <Text>{texts('account.totp.key')}</Text>
        <Code>{secret.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</Code>
      </Group>
      <form onSubmit={send}>
        <Stack align="flex-start">
          {confirm.error ? <ProblemAlert error={confirm.error} /> : null}
          <CodeInput value={code} onChange={setCode} />
          <Button type="submit" loading={confirm.isPending}>
            {texts('account.totp.confirm')}
          </Button>
        </Stack>
      </form>
    </Stack>
  )
}

function TurnOff() {
  const texts = useFrameTexts()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const disable = useAct({
    act: () => postNothing('/api/auth/totp/disable', { password, code }),
    changes: ['session'],
    success: texts('account.totp.disabled'),
    quiet: true,
  })
  return (
    <Stack align="flex-start">
      <Text>{texts('account.totp.on')}</Text>
      <Confirm
        title={texts('account.totp.disable')}
        verb={texts('account.totp.disable')}
        danger
        isPending={disable.isPending}
        onConfirm={() => disable.mutateAsync()}
        button={(open) => (
          <Button variant="default" onClick={open}>
            {texts('account.totp.disable')}
          </Button>
        )}
      >
        {disable.error ? <ProblemAlert error={disable.error} /> : null}
        <SecretInput
          label={texts('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <CodeInput value={code} onChange={setCode} />
      </Confirm>
    </Stack>
  )
}

interface CodeInputProps {
  readonly value: string
  readonly onChange: (code: string) => void
}

function CodeInput({ value, onChange }: CodeInputProps) {
  const texts = useFrameTexts()
  return (
    <TextInput
      label={texts('signIn.totp')}
      description={texts('signIn.totpHint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      minLength={6}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
    />
  )
}
