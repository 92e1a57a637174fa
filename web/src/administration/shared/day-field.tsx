import { TextInput, type TextInputProps } from '@mantine/core'

/** A civil day, typed or chosen in the browser's own calendar; its value is `YYYY-MM-DD`. */
export function DayField(props: TextInputProps) {
  return <TextInput type="date" max="2099-12-31" {...props} />
}

/** A wall-clock time, `HH:MM`. */
export function TimeField(props: TextInputProps) {
  return <TextInput type="time" {...props} />
}
