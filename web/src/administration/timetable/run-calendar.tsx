import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { addDays, type CalendarDate, calendarDate } from '../../../../src/kernel/calendar.js'
import { today, useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { type CalendarEntry, holidayOn, mondayOf } from './calendar-entries.js'
import classes from './run-calendar.module.css'
import { useTimetableTexts } from './texts.js'
import { useEntryWords } from './use-entry-words.js'

const WEEKS = 4
const DAYS = [0, 1, 2, 3, 4, 5, 6]

interface Props {
  readonly entriesBetween: (from: CalendarDate, to: CalendarDate) => readonly CalendarEntry[]
  /** A day of a run that may be changed is opened. */
  readonly onOpen?: ((entry: CalendarEntry) => void) | undefined
  /** The name of the run is known from the page. */
  readonly isOfOne?: boolean
}

/** What will leave in the coming weeks, with the holidays and the days that were changed. */
export function RunCalendar({ entriesBetween, onOpen, isOfOne = false }: Props) {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const words = useEntryWords()
  const [weeks, setWeeks] = useState(WEEKS)
  const first = mondayOf(calendarDate(today()))
  const last = addDays(first, weeks * DAYS.length - 1)
  const entries = entriesBetween(first, last)
  const dayWord = (day: CalendarDate) =>
    [formats.weekday(day), holidayOn(day)].filter(Boolean).join(' · ')
  return (
    <Stack gap="sm">
      <Picture
        title={texts('calendar.title')}
        description={texts('calendar.description')}
        isInteractive
        columns={[
          { header: texts('calendar.day') },
          { header: texts('calendar.run') },
          { header: texts('calendar.what') },
          { header: texts('calendar.why') },
        ]}
        rows={entries.map((entry) => [
          dayWord(entry.day),
          entry.name,
          words(entry),
          entry.reason ?? '',
        ])}
      >
        <div className={classes['calendar']}>
          {Array.from({ length: weeks }, (_, week) => addDays(first, week * DAYS.length)).map(
            (monday) => (
              <section
                key={monday}
                className={classes['week']}
                aria-label={texts('calendar.week', { day: formats.day(monday) })}
              >
                {DAYS.map((offset) => addDays(monday, offset)).map((day) => (
                  <Day
                    key={day}
                    day={day}
                    entries={entries.filter((entry) => entry.day === day)}
                    isOfOne={isOfOne}
                    onOpen={onOpen}
                  />
                ))}
              </section>
            ),
          )}
        </div>
      </Picture>
      <Group justify="center">
        <Button variant="subtle" onClick={() => setWeeks(weeks + WEEKS)}>
          {texts('calendar.more')}
        </Button>
      </Group>
    </Stack>
  )
}

interface DayProps extends Pick<Props, 'onOpen' | 'isOfOne'> {
  readonly day: CalendarDate
  readonly entries: readonly CalendarEntry[]
}

function Day({ day, entries, onOpen, isOfOne = false }: DayProps) {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const holiday = holidayOn(day)
  const isToday = day === today()
  const names = [
    classes['day'],
    isToday && classes['today'],
    day < today() && classes['past'],
    holiday && classes['holiday'],
    entries.length === 0 && classes['empty'],
  ]
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <div className={classes['date']}>
        <time dateTime={day}>{formats.weekday(day)}</time>
        {isToday ? <span className={classes['mark']}>{texts('calendar.today')}</span> : null}
      </div>
      {holiday ? <div className={classes['holidayName']}>✶ {holiday}</div> : null}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} onOpen={onOpen} isOfOne={isOfOne} />
      ))}
    </div>
  )
}

const SHAPES = {
  runs: '',
  moved: '→ ',
  cancelled: '✕ ',
  held: '‖ ',
  holiday: '✶ ',
  single: '◆ ',
} as const

interface EntryProps extends Pick<Props, 'onOpen' | 'isOfOne'> {
  readonly entry: CalendarEntry
}

function Entry({ entry, onOpen, isOfOne }: EntryProps) {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const words = useEntryWords()
  const { what, name, departsAt, day } = entry
  const content = (
    <>
      <strong>
        {SHAPES[what]}
        {departsAt === undefined ? texts.word('short', what) : formats.time(departsAt)}
      </strong>
      {what === 'moved' || what === 'single' ? ` ${texts.word('short', what)}` : ''}
      {isOfOne ? null : <span className={classes['name']}>{name}</span>}
    </>
  )
  const className = `${classes['entry']} ${classes[what] ?? ''}`
  if (onOpen === undefined || entry.template === undefined || day < today()) {
    return <div className={className}>{content}</div>
  }
  return (
    <button
      type="button"
      className={className}
      aria-label={`${formats.weekday(day)}, ${name}\u00a0: ${words(entry)}`}
      onClick={() => onOpen(entry)}
    >
      {content}
    </button>
  )
}
