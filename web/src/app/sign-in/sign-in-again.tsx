import { Button, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../api/session.js'
import { sessionResumed } from '../../api/session-end.js'
import { useFrameTexts } from '../texts.js'
import { CredentialsForm } from './credentials-form.js'
import { useSignOut } from './use-sign-in.js'

/** Over the page, never instead of it: what was being typed is still there after signing in again. */
export function SignInAgain({ onDone }: { readonly onDone: () => void }) {
  const texts = useFrameTexts()
  const session = useSession()
  const queries = useQueryClient()
  const signOut = useSignOut()
  const goOn = () => {
    onDone()
    sessionResumed.tell()
    void queries.invalidateQueries()
  }
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={texts('again.title')}>
      <Stack>
        <Text>{texts('again.sentence')}</Text>
        <CredentialsForm email={session.user.email} onDone={goOn} />
        <Button variant="subtle" onClick={() => signOut.mutate()}>
          {texts('again.other')}
        </Button>
      </Stack>
    </Modal>
  )
}
