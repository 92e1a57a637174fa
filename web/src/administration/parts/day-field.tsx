import { TextInput, type TextInputProps } from '@mantine/core'
import type { ComponentProps } from 'react'
import { DayInput } from '../../ui/form/day-input.js'

type DayProps = Omit<ComponentProps<typeof DayInput>, 'value' | 'onChange' | 'minDate'> & {
  /** `YYYY-MM-DD`, or nothing. */
  readonly value?: string
  readonly onChange?: (day: string) => void
  readonly min?: string
}

/** A civil day of a form, where an empty box is an empty text. */
export function DayField({ value = '', onChange, min, ...props }: DayProps) {
  return (
    <DayInput
      value={value === '' ? null : value}
      onChange={(day) => onChange?.(day ?? '')}
      minDate={min}
      clearable={!props.required}
      {...props}
    />
  )
}

/** A wall-clock time on 24 hours, `HH:MM`, whatever the browser is set to. */
export function TimeField(props: TextInputProps) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      placeholder="HH:MM"
      pattern="([01]\d|2[0-3]):[0-5]\d"
      maxLength={5}
      {...props}
    />
  )
}
