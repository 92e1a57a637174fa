import { Modal } from '@mantine/core'

export function Palette({ onClose }: { readonly onClose: () => void }) {
  return <Modal opened onClose={onClose} />
}
