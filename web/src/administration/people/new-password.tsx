import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { SecretInput } from '../../ui/form/secret-input.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { proposePassword } from './propose-password.js'
import { usePeopleTexts } from './texts.js'

interface Props {
  readonly label: string
  readonly value: string
  readonly error?: React.ReactNode
  readonly required?: boolean
  readonly onChange: (value: string) => void
}

/** A password chosen for somebody else: the rule, its source, and one proposed in a click. */
export function NewPassword({ label, value, error, required = false, onChange }: Props) {
  const texts = usePeopleTexts()
  const common = useAdministrationTexts()
  const [isSeen, setSeen] = useState(false)
  const propose = () => {
    onChange(proposePassword())
    setSeen(true)
  }
  return (
    <Stack gap="xs">
      <SecretInput
        label={label}
        description={texts('password.rule')}
        autoComplete="new-password"
        required={required}
        visible={isSeen}
        onVisibilityChange={setSeen}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button variant="default" size="compact-md" onClick={propose}>
          {texts('password.generate')}
        </Button>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="compact-md" disabled={value === ''} onClick={copy}>
              {common(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {texts('password.cnil')}
      </Text>
    </Stack>
  )
}
