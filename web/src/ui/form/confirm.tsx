import { Button, Group, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useUiTexts } from '../texts.js'

interface Props {
  readonly title: string
  /** What will happen, and what cannot be taken back; a field may confirm by its own key. */
  readonly children: ReactNode | ((confirm: () => void) => ReactNode)
  /** The verb on the button: «Refuser la commande». */
  readonly verb: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly isPending?: boolean
  /** Closes by itself once this resolves; stays open when it throws. */
  readonly onConfirm: () => Promise<unknown>
  readonly button: (open: () => void) => ReactNode
}

/** An act that asks once: the button, and the question it opens. */
export function Confirm(props: Props) {
  const { title, children, verb, danger, disabled, isPending, onConfirm, button } = props
  const texts = useUiTexts()
  const [isOpen, { open, close }] = useDisclosure(false)
  const confirm = () => {
    void onConfirm().then(close, () => {
      // Refused: it is said why, and the question stays with what was typed.
    })
  }
  return (
    <>
      {button(open)}
      <Modal
        opened={isOpen}
        onClose={close}
        title={title}
        closeButtonProps={{ 'aria-label': texts('close') }}
      >
        <Stack>
          {typeof children === 'function' ? children(confirm) : children}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {texts('back')}
            </Button>
            <Button
              color={danger ? 'red' : undefined}
              disabled={disabled}
              loading={isPending}
              onClick={confirm}
              data-autofocus
            >
              {verb}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
