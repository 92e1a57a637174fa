import type { Formats } from '../../texts/formats.js'

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

const SIX = 6

/** A numerator as the API writes it, whole or with its six decimals, as a person reads it: exact. */
export function exactFigure(formats: Formats, text: string): string {
  if (!isDecimal(text)) return text
  const decimals = text.includes('.') ? SIX : 0
  return new Intl.NumberFormat(formats.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(text)
}

/** An amount with its sign, for a difference: `+12,00 €`. */
export const signedEuros = (formats: Formats, amount: string): string =>
  amount.startsWith('-') || /^0+\.0+$/.test(amount)
    ? formats.euros(amount).replace('-', '\u2212')
    : `+${formats.euros(amount)}`

export const signedPercent = (formats: Formats, share: number): string =>
  `${share > 0 ? '+' : ''}${formats.percent(share).replace('-', '\u2212')}`

/** The first letter of a month’s name, large, as a title wants it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
