import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './kit.module.css'

interface Props {
  /** As developers write it. */
  readonly name: string
  /** When to use it. */
  readonly use: string
  readonly children: ReactNode
}

/** One component of the kit, as it is, with its name and its use. */
export function Shown({ name, use, children }: Props) {
  return (
    <div className={classes['shown']}>
      <Group gap="sm" mb="xs" align="baseline">
        <Text component="h3" fw={600} m={0} className="nv-code">
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {use}
        </Text>
      </Group>
      {children}
    </div>
  )
}
