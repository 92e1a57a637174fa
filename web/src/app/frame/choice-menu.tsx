import { Menu } from '@mantine/core'
import { type ReactElement, type ReactNode, useState } from 'react'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly choose: () => void
}

interface Props {
  readonly choices: readonly Choice[]
  readonly target: ReactElement
}

/** One of a few, from a button; open as it comes, since it is loaded by the first press of that button. */
export function ChoiceMenu({ choices, target }: Props) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={260}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ id, label, icon, choose }) => (
          <Menu.Item key={id} leftSection={icon} onClick={choose}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
