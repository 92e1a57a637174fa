import { Button, Stack } from '@mantine/core'
import { useSession } from '../../api/session.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { Panel } from '../../ui/layout/panel.js'
import { useAct } from '../../ui/use-act.js'
import { useFrameTexts } from '../texts.js'
import { postNothing } from './password-form.js'

const SECOND_MS = 1_000

/** This session, and the way to end the others. */
export function SessionPanel() {
  const texts = useFrameTexts()
  const formats = useFormats()
  const { openedAt, endsAt, idleSeconds } = useSession()
  const endOthers = useAct({
    act: () => postNothing('/api/auth/sign-out-elsewhere', {}),
    changes: ['session'],
    success: texts('account.othersEnded'),
  })
  return (
    <Panel title={texts('account.session')}>
      <Stack align="flex-start">
        <Facts
          items={[
            { label: texts('account.openedAt'), value: formats.dateTime(openedAt) },
            { label: texts('account.endsAt'), value: formats.dateTime(endsAt) },
            {
              label: texts('account.session'),
              value: texts('account.idle', {
                duration: formats.duration(idleSeconds * SECOND_MS),
              }),
            },
          ]}
        />
        <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {texts('account.endOthers')}
        </Button>
      </Stack>
    </Panel>
  )
}
