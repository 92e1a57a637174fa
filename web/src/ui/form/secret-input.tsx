import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useUiTexts } from '../texts.js'

/** A secret to type: hidden, and shown for a moment by a button that says so. */
export function SecretInput(props: PasswordInputProps) {
  const texts = useUiTexts()
  return (
    <PasswordInput visibilityToggleButtonProps={{ 'aria-label': texts('secret') }} {...props} />
  )
}
