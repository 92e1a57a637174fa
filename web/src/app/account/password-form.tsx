import { Button, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { request } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'
import { SecretInput } from '../../ui/form/secret-input.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { useFrameTexts } from '../texts.js'

interface Passwords {
  readonly currentPassword: string
  readonly newPassword: string
}

export function PasswordForm() {
  const texts = useFrameTexts()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useAct({
    act: (body: Passwords) => postNothing('/api/auth/password', body),
    changes: ['session'],
    success: texts('account.password.done'),
    quiet: true,
    onDone: () => {
      setCurrent('')
      setNext('')
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ currentPassword: current, newPassword: next })
  }
  return (
    <form onSubmit={send}>
      <Stack>
        {change.error ? <ProblemAlert error={change.error} /> : null}
        <SecretInput
          label={texts('account.password.current')}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <SecretInput
          label={texts('account.password.next')}
          description={texts('account.password.rule')}
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
          {texts('account.password.change')}
        </Button>
      </Stack>
    </form>
  )
}

/** Routes of the account answer nothing when they are done. */
export async function postNothing(path: string, body: object): Promise<void> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await ApiProblem.from(response)
}
