import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconBarcode, IconCornerDownLeft } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Hinted } from '../hinted.js'
import { useUiTexts } from '../texts.js'
import { useWedge } from './use-wedge.js'

interface Props {
  readonly label: string
  /** What was scanned, or typed by hand: the screen decides nothing, the server answers. */
  readonly onScan: (code: string, mode: 'scan' | 'hand') => void
  readonly placeholder?: string
  readonly disabled?: boolean
  /** Beside the field: a camera button, a sound switch. */
  readonly extra?: ReactNode
}

/**
 * Always armed: a scanner that types anywhere on the page is heard, unless the person is typing in another
 * field. A code can also be typed here. GS1 separators are kept.
 */
export function ScanField({ label, onScan, placeholder, disabled = false, extra }: Props) {
  const texts = useUiTexts()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useWedge({ onScan: (code) => onScan(code, 'scan'), isArmed: !disabled, own: input })
  useEffect(() => {
    if (!disabled) input.current?.focus({ preventScroll: true })
  }, [disabled])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = typed.trim()
    if (code === '') return
    setTyped('')
    onScan(code, 'hand')
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          ref={input}
          label={label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={placeholder ?? texts('scan.placeholder')}
          disabled={disabled}
          leftSection={<IconBarcode aria-hidden />}
          rightSection={
            <Hinted label={texts('scan.send')}>
              <ActionIcon type="submit" variant="subtle" aria-label={texts('scan.send')}>
                <IconCornerDownLeft aria-hidden size={18} />
              </ActionIcon>
            </Hinted>
          }
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          size="md"
          flex={1}
          data-scan-field
        />
        {extra}
      </Group>
    </form>
  )
}
