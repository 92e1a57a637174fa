import { Button, type ButtonProps, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { useUiTexts } from '../texts.js'
import { DocumentPanel } from './document-panel.js'

interface Props {
  readonly documentId: string
  /** Its kind and number: «Bon de livraison BL-2026-00042». */
  readonly title: string
  readonly variant?: NonNullable<ButtonProps['variant']>
}

/** Opens a document beside the page it belongs to. */
export function DocumentButton({ documentId, title, variant = 'default' }: Props) {
  const texts = useUiTexts()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant={variant} leftSection={<IconFileText size={18} aria-hidden />} onClick={open}>
        {title}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        title={title}
        position="right"
        size="xl"
        closeButtonProps={{ 'aria-label': texts('close') }}
      >
        <DocumentPanel documentId={documentId} />
      </Drawer>
    </>
  )
}
