/** Alone in its module, so that a page is loaded without what only its dialogs need. */
export { Modal as Dialog } from '@mantine/core'
