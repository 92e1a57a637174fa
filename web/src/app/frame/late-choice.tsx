import { Button, type ButtonProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Choice } from './choice-menu.js'

const ChoiceMenu = lazy(() =>
  import('./choice-menu.js').then((module) => ({ default: module.ChoiceMenu })),
)

interface Props extends Pick<ButtonProps, 'fullWidth' | 'variant' | 'maw'> {
  readonly label: string
  /** What is chosen now. */
  readonly value: string
  readonly icon?: ReactNode
  readonly choices: readonly Choice[]
}

/** A choice whose menu is loaded when it is first wanted: most pages are read without changing it. */
export function LateChoice({ label, value, icon, choices, ...button }: Props) {
  const [isWanted, setWanted] = useState(false)
  const target = (
    <Button
      variant="default"
      justify="space-between"
      size="md"
      leftSection={icon}
      rightSection={<IconChevronDown size={18} aria-hidden />}
      aria-label={`${label} : ${value}`}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      {...button}
    >
      {value}
    </Button>
  )
  if (!isWanted) return target
  return (
    <Suspense fallback={target}>
      <ChoiceMenu choices={choices} target={target} />
    </Suspense>
  )
}
