import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import type { NewApiKeyView } from '../../../../src/access/schema.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMachinesTexts } from './texts.js'

interface Props {
  readonly of: NewApiKeyView
  readonly onClose: () => void
}

/** The secret of a new key, the only time it is seen. */
export function NewSecret({ of: { name, secret }, onClose }: Props) {
  const texts = useMachinesTexts()
  const common = useAdministrationTexts()
  return (
    <Stack>
      <Text fw={600} role="status">
        ✓ {texts('secret.title', { name })}
      </Text>
      <Text>{texts('secret.once')}</Text>
      <Code
        block
        aria-label={texts('secret.label')}
        style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
      >
        {secret}
      </Code>
      <Text size="sm" c="dimmed">
        {texts('secret.use')}
      </Text>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {common(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{texts('secret.done')}</Button>
      </Group>
    </Stack>
  )
}
