import { Drawer, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import classes from './shell.module.css'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
}

/** A question asked from below, where the thumb is. */
export function Sheet({ isOpen, onClose, title, children }: Props) {
  const texts = useCourierTexts()
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position="bottom"
      size="auto"
      closeButtonProps={{ 'aria-label': texts('close') }}
      styles={{
        content: {
          height: 'auto',
          flex: '0 1 auto',
          width: '100%',
          maxHeight: '92dvh',
          borderRadius: '12px 12px 0 0',
        },
        title: { fontSize: '1.25rem', fontWeight: 600 },
        body: { fontSize: '1.125rem', lineHeight: '1.625rem', paddingBottom: 24 },
      }}
    >
      <Stack gap="md" maw={720} mx="auto" className={classes['question']}>
        {children}
      </Stack>
    </Drawer>
  )
}
