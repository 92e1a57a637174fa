import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  /** What there would be here. */
  readonly title: string
  /** What to do to have some, or why there is none. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** This is all there is to the page: its title is the page's. */
  readonly isPage?: boolean
}

/** Nothing to show, said as a state of its own. */
export function EmptyState({ title, children, action, isPage = false }: Props) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Text span fz={28} c="dimmed" aria-hidden>
        ◌
      </Text>
      <Text fw={600} component={isPage ? 'h1' : 'p'} m={0}>
        {title}
      </Text>
      {children ? (
        <Text c="dimmed" maw={480}>
          {children}
        </Text>
      ) : null}
      {action}
    </Stack>
  )
}
