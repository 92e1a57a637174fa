import { Anchor, Center } from '@mantine/core'
import { EmptyState } from '../../ui/state/empty-state.js'
import { useFrameTexts } from '../texts.js'

/** Said in place of a page to somebody whose roles do not open its space, or no longer do. */
export function ClosedSpace() {
  const texts = useFrameTexts()
  return (
    <Center mih="60vh">
      <EmptyState
        isPage
        title={texts('closedSpace.title')}
        // Loaded anew: the roles are read again, and the page that is closed is never drawn.
        action={<Anchor href="/">{texts('notFound.home')}</Anchor>}
      >
        {texts('closedSpace.sentence')}
      </EmptyState>
    </Center>
  )
}
