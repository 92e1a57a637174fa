import { useMemo } from 'react'
import { type Language, useLanguage } from './language.js'

/** The groupings this program serves keep French time; a civil day never depends on the reader's machine. */
export const TIME_ZONE = 'Europe/Paris'

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>

type Instant = string | number | Date

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** `1 h 28`, `12 min`, `3 j`: how long, to the minute, without a sign. */
function duration(ms: number, language: Language): string {
  const minutes = Math.round(Math.abs(ms) / MINUTE_MS)
  const day = language === 'fr' ? 'j' : 'd'
  if (minutes < HOUR_MINUTES) return `${minutes}\u202fmin`
  if (minutes < 2 * DAY_MINUTES) {
    const rest = String(minutes % HOUR_MINUTES).padStart(2, '0')
    return `${Math.floor(minutes / HOUR_MINUTES)}\u202fh\u202f${rest}`
  }
  return `${Math.round(minutes / DAY_MINUTES)}\u202f${day}`
}

function createFormats(language: Language) {
  const locale = LOCALES[language]
  const inZone = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options })
    return (at: Instant) => format.format(new Date(at))
  }
  // A civil day is read as noon UTC, which is that same day in every zone we serve.
  const civil = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: string) => format.format(new Date(`${day}T12:00:00Z`))
  }
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const decimal = (digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits })

  return {
    locale,
    /** A count. */
    number: (value: number | bigint) => whole.format(value),
    /** A measure that is not money: degrees, shares. */
    decimal: (value: number, digits = 1) => decimal(digits).format(value),
    percent: (share: number) => percent.format(share),
    /** An amount as the API writes it, a decimal string: never a float. */
    euros: (amount: string) => money.format(asDecimal(amount)),
    /** `30/11/2026` of a civil day `2026-11-30`. */
    day: civil({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    /** `lun. 30 nov.` of a civil day. */
    weekday: civil({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** `novembre 2026` of `2026-11`. */
    month: (month: string) => civil({ month: 'long', year: 'numeric' })(`${month}-15`),
    shortMonth: (month: string) => civil({ month: 'short', year: 'numeric' })(`${month}-15`),
    date: inZone({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    dateOfWeek: inZone({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: inZone({ hour: '2-digit', minute: '2-digit' }),
    dateTime: inZone({
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
    shortDateTime: inZone({ day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }),
    duration: (ms: number) => duration(ms, language),
  }
}

export type Formats = ReturnType<typeof createFormats>

/** `Intl` takes decimal strings exactly, as its type says with a template. */
function asDecimal(amount: string): `${number}` {
  if (isDecimal(amount)) return amount
  throw new RangeError(`Not a decimal amount: ${amount}`)
}
const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') }

/** Numbers, money, days and instants as the person reads them. */
export function useFormats(): Formats {
  const language = useLanguage()
  return useMemo(() => FORMATS[language], [language])
}

/** The civil day of an instant in the grouping's zone, `YYYY-MM-DD`. */
export const dayOf = (at: Instant): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date(at))

/** The civil day it is now, by this computer’s clock. */
export const today = (): string => dayOf(Date.now())
