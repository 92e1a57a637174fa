import '@mantine/dates/styles.css'
import 'dayjs/locale/fr.js'
import { DateInput, type DateInputProps } from '@mantine/dates'
import { useLanguage } from '../../texts/language.js'
import { parseDay } from './parse-day.js'

type Props = Omit<
  DateInputProps,
  'value' | 'onChange' | 'locale' | 'valueFormat' | 'dateParser'
> & {
  /** A civil day, `YYYY-MM-DD`. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  /** A month alone is its last day, as for the expiry of a box. */
  readonly acceptsMonth?: boolean
}

/** A civil day, typed or chosen. */
export function DayInput({ acceptsMonth = false, ...props }: Props) {
  const language = useLanguage()
  return (
    <DateInput
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder={language === 'fr' ? 'JJ/MM/AAAA' : 'DD/MM/YYYY'}
      dateParser={(typed) => parseDay(typed, acceptsMonth)}
      {...props}
    />
  )
}
