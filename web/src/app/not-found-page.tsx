import { Center } from '@mantine/core'
import { PathLink } from '../ui/layout/page.js'
import { EmptyState } from '../ui/state/empty-state.js'
import { useFrameTexts } from './texts.js'

export function NotFoundPage() {
  const texts = useFrameTexts()
  return (
    <Center mih="60vh" component="main">
      <EmptyState
        isPage
        title={texts('notFound.title')}
        action={<PathLink to="/">{texts('notFound.home')}</PathLink>}
      >
        {texts('notFound.sentence')}
      </EmptyState>
    </Center>
  )
}
