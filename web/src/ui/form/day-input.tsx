import '@mantine/dates/styles.css'
import 'dayjs/locale/fr.js'
import { DateInput, type DateInputProps } from '@mantine/dates'
import { useLanguage } from '../../texts/language.js'

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'locale' | 'valueFormat'> & {
  /** A civil day, `YYYY-MM-DD`. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

/** A civil day, typed or chosen. */
export function DayInput(props: Props) {
  const language = useLanguage()
  return (
    <DateInput
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder={language === 'fr' ? 'JJ/MM/AAAA' : 'DD/MM/YYYY'}
      {...props}
    />
  )
}
