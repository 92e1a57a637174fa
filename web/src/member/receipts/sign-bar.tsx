import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import classes from './receipts.module.css'
import { useReceiptTexts } from './texts/index.js'
import type { Receive } from './use-receive.js'

interface Props {
  readonly receive: Receive
  /** Lots nothing is said of yet. */
  readonly leftCount: number
}

/** Who signs, what is left to say, and the signature; always in sight. */
export function SignBar({ receive: { title, setTitle, isTitled, act }, leftCount }: Props) {
  const t = useReceiptTexts()
  return (
    <div className={classes['sign']}>
      <Group align="flex-end" justify="space-between" gap="sm">
        <TextInput
          label={t('sign.title')}
          placeholder={t('sign.placeholder')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          size="md"
          maxLength={80}
          flex="1 1 200px"
          maw={320}
        />
        <Group gap="md">
          <Text fw={600} role="status">
            {leftCount === 0 ? `✓ ${t('sign.ready')}` : t('sign.left', { count: leftCount })}
          </Text>
          <Button
            size="md"
            leftSection={<IconSignature size={20} aria-hidden />}
            disabled={leftCount > 0 || !isTitled}
            loading={act.isPending}
            onClick={() => act.mutate()}
          >
            {t('sign.button')}
          </Button>
        </Group>
      </Group>
    </div>
  )
}
