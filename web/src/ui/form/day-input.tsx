import '@mantine/dates/styles.css'
import 'dayjs/locale/fr.js'
import { DateInput, type DateInputProps } from '@mantine/dates'
import { useLanguage } from '../../texts/language.js'
import { useUiTexts } from '../texts.js'
import classes from './day-input.module.css'
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
  const texts = useUiTexts()
  const turn = {
    previousMonth: texts('day.previousMonth'),
    nextMonth: texts('day.nextMonth'),
    previousYear: texts('day.previousYear'),
    nextYear: texts('day.nextYear'),
    previousDecade: texts('day.previousDecade'),
    nextDecade: texts('day.nextDecade'),
  }
  return (
    <DateInput
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder={language === 'fr' ? 'JJ/MM/AAAA' : 'DD/MM/YYYY'}
      dateParser={(typed) => parseDay(typed, acceptsMonth)}
      ariaLabels={turn}
      classNames={{ day: classes['day'] ?? '' }}
      hideOutsideDates
      {...props}
    />
  )
}
