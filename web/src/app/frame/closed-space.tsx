import { Center } from '@mantine/core'
import { PathLink } from '../../ui/layout/page.js'
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
        action={<PathLink to="/">{texts('notFound.home')}</PathLink>}
      >
        {texts('closedSpace.sentence')}
      </EmptyState>
    </Center>
  )
}
