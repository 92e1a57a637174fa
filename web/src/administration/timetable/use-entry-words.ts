import { useFormats } from '../../texts/formats.js'
import type { CalendarEntry } from './calendar-entries.js'
import { useTimetableTexts } from './texts.js'

/** What a run does that day, in words: «Part à 10:00», «Annulée». */
export function useEntryWords(): (entry: CalendarEntry) => string {
  const texts = useTimetableTexts()
  const formats = useFormats()
  return ({ what, departsAt }) =>
    texts(`entry.${what}`, { time: departsAt === undefined ? '' : formats.time(departsAt) })
}
