import { Button, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useUiTexts } from '../../ui/texts.js'
import classes from './dialog-button.module.css'

const Dialog = lazy(() =>
  import('../../ui/layout/dialog.js').then((module) => ({ default: module.Dialog })),
)

interface Props extends Pick<ButtonProps, 'variant' | 'leftSection' | 'color'> {
  readonly label: string
  /** What screen readers hear when the label alone says too little: «Modifier Quai B». */
  readonly name?: string
  readonly title?: string
  readonly width?: number | string
  readonly isCompact?: boolean
  /** What the dialog holds; drawn anew each time it opens. */
  readonly children: (close: () => void) => ReactNode
}

/** A button, and the form it opens over the page. */
export function DialogButton({
  label,
  name,
  title = label,
  width = 560,
  isCompact = false,
  children,
  ...look
}: Props) {
  const ui = useUiTexts()
  const [isOpen, { open, close }] = useDisclosure(false)
  const [wasOpened, setOpened] = useState(false)
  const onOpen = () => {
    setOpened(true)
    open()
  }
  return (
    <>
      <Button
        variant="default"
        size={isCompact ? 'compact-sm' : 'sm'}
        className={isCompact ? classes['inRow'] : undefined}
        aria-label={name}
        onClick={onOpen}
        {...look}
      >
        {label}
      </Button>
      {wasOpened ? (
        <Suspense fallback={null}>
          <Dialog
            opened={isOpen}
            onClose={close}
            title={title}
            size={width}
            closeButtonProps={{ 'aria-label': ui('close') }}
          >
            {isOpen ? children(close) : null}
          </Dialog>
        </Suspense>
      ) : null}
    </>
  )
}
