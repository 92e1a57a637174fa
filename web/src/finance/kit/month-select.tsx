import { Select } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { capital } from './figures.js'
import { useFinanceTexts } from './texts.js'

interface Props {
  readonly periods: readonly { readonly month: string; readonly state: string }[]
  readonly value: string
  readonly onChange: (month: string) => void
  readonly label?: string
}

/** A month of the grouping, with its state in words. */
export function MonthSelect({ periods, value, onChange, label }: Props) {
  const texts = useFinanceTexts()
  const formats = useFormats()
  const words = useVocabulary()
  return (
    <Select
      label={label}
      aria-label={label ?? texts('month')}
      data={periods.map(({ month, state }) => ({
        value: month,
        label: `${capital(formats.month(month))} · ${words.word('periodState', state)}`,
      }))}
      value={value}
      onChange={(month) => month !== null && onChange(month)}
      allowDeselect={false}
      w={260}
      maw="100%"
    />
  )
}
