import { Button, Center } from '@mantine/core'
import { EmptyState } from '../ui/state/empty-state.js'
import { useSignOut } from './sign-in/use-sign-in.js'
import { useFrameTexts } from './texts.js'

export function NoSpacePage() {
  const texts = useFrameTexts()
  const signOut = useSignOut()
  return (
    <Center mih="100vh" component="main">
      <EmptyState
        isPage
        title={texts('noSpace.title')}
        action={
          <Button variant="default" onClick={() => signOut.mutate()}>
            {texts('person.signOut')}
          </Button>
        }
      >
        {texts('noSpace.sentence')}
      </EmptyState>
    </Center>
  )
}
