import { Button, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: ReactNode
  readonly verb: string
  readonly isPossible: boolean
  readonly onChoose: () => void
  /** What it would bring, or why it cannot. */
  readonly children: ReactNode
}

/** One way to begin an order. */
export function StartChoice({ icon, verb, isPossible, onChoose, children }: Props) {
  return (
    <Stack gap={4}>
      <Button
        size="md"
        variant="default"
        leftSection={icon}
        onClick={onChoose}
        disabled={!isPossible}
      >
        {verb}
      </Button>
      <Text size="sm" c="dimmed">
        {children}
      </Text>
    </Stack>
  )
}
