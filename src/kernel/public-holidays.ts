import { addDays, type CalendarDate, calendarDate } from './calendar.js'

/**
 * The eleven public holidays of a year in mainland France (Code du travail, L3133-1), by day, with
 * the names shown to people. Two holidays that meet (Ascension on 1 May 2008) share one entry.
 */
export function publicHolidays(year: number): ReadonlyMap<CalendarDate, string> {
  const easter = easterSunday(year)
  const on = (monthDay: string): CalendarDate => calendarDate(`${fourDigits(year)}-${monthDay}`)
  const holidays: readonly (readonly [CalendarDate, string])[] = [
    [on('01-01'), 'Jour de l’An'],
    [addDays(easter, 1), 'Lundi de Pâques'],
    [on('05-01'), 'Fête du Travail'],
    [on('05-08'), 'Victoire 1945'],
    [addDays(easter, 39), 'Ascension'],
    [addDays(easter, 50), 'Lundi de Pentecôte'],
    [on('07-14'), 'Fête nationale'],
    [on('08-15'), 'Assomption'],
    [on('11-01'), 'Toussaint'],
    [on('11-11'), 'Armistice 1918'],
    [on('12-25'), 'Noël'],
  ]

  const byDay = new Map<CalendarDate, string>()
  for (const [day, name] of holidays.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const met = byDay.get(day)
    byDay.set(day, met === undefined ? name : `${met} et ${name}`)
  }
  return byDay
}

export const isPublicHoliday = (day: CalendarDate): boolean =>
  publicHolidays(Number(day.slice(0, 4))).has(day)

/** Gregorian Easter Sunday: the "anonymous" computus (Nature, 20 April 1876). */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const sunCorrection = Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - sunCorrection - moonCorrection + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sinceMarch22 = epact + toSunday - 7 * lateMoon
  return addDays(calendarDate(`${fourDigits(year)}-03-22`), sinceMarch22)
}

const fourDigits = (year: number): string => String(year).padStart(4, '0')
