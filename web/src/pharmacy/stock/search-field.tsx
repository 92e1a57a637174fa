import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

const TYPING_MS = 250

interface SearchFieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (typed: string | undefined) => void
}

/** Searches as one types: the address follows a moment later. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value ?? '')
  const tell = useDebouncedCallback((text: string) => onChange(text || undefined), TYPING_MS)
  useEffect(() => {
    if (value === undefined) setTyped('')
  }, [value])
  return (
    <TextInput
      label={label}
      type="search"
      value={typed}
      leftSection={<IconSearch size={18} aria-hidden />}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        tell(currentTarget.value)
      }}
      flex={1}
      miw={220}
    />
  )
}
