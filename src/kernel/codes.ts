import { z } from 'zod'

/**
 * Key of every GS1 number (EAN, GTIN, SSCC, GLN…): weights 3, 1, 3… from the right, modulo 10.
 * Source: GS1 General Specifications, §7.9. `body` holds the digits before the key.
 */
export function gs1CheckDigit(body: string): number {
  let total = 0
  for (const [i, digit] of [...body].reverse().entries()) {
    total += Number(digit) * (i % 2 === 0 ? 3 : 1)
  }
  return (10 - (total % 10)) % 10
}

export const hasGs1Key = (code: string): boolean =>
  gs1CheckDigit(code.slice(0, -1)) === Number(code.at(-1))

/** ISO/IEC 7812-1 Luhn key, last digit included. */
export function hasLuhnKey(code: string): boolean {
  let total = 0
  for (const [i, digit] of [...code].reverse().entries()) {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2)
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return total % 10 === 0
}

/** A code is a string of one shape, and its key, where it has one, catches a keying error. */
const code = (shape: RegExp, description: string, hasKey: (value: string) => boolean) =>
  z
    .string()
    .regex(shape, { error: description, abort: true })
    .refine(hasKey, 'One digit is wrong: the check digit does not match. Type or scan it again')

const noKey = () => true

/**
 * Presentation code. The law says 3400 then nine digits, 34008 being reserved to UCD codes (arrêté
 * of 30 December 2021): today's codes all start with 34009, but that is not a rule.
 */
export const Cip13 = code(
  /^3400[0-79]\d{8}$/,
  'A CIP13 is 13 digits that start with 3400 (34008 is a UCD code)',
  hasGs1Key,
).brand<'Cip13'>()
export type Cip13 = z.infer<typeof Cip13>

/** Former presentation code. Its old key no longer holds for a third of the codes: never checked. */
export const Cip7 = code(/^\d{7}$/, 'A CIP7 is 7 digits', noKey).brand<'Cip7'>()
export type Cip7 = z.infer<typeof Cip7>

/** Dispensing-unit code (arrêté of 30 December 2021). */
export const Ucd13 = code(
  /^34008\d{8}$/,
  'A UCD13 is 13 digits that start with 34008',
  hasGs1Key,
).brand<'Ucd13'>()
export type Ucd13 = z.infer<typeof Ucd13>

export const Gtin14 = code(
  /^\d{14}$/,
  'A GTIN is 14 digits: a 13-digit code takes a leading 0',
  hasGs1Key,
).brand<'Gtin14'>()
export type Gtin14 = z.infer<typeof Gtin14>

/** Establishment number, juridical or geographic. Corsican numbers (2A, 2B) hold a letter: key not checked. */
export const Finess = code(
  /^(\d{9}|2[AB]\d{7})$/,
  'A FINESS number is 9 digits (2A or 2B and 7 digits in Corsica)',
  (value) => /^2[AB]/.test(value) || hasLuhnKey(value),
).brand<'Finess'>()
export type Finess = z.infer<typeof Finess>

const LA_POSTE = '356000000'
const digitSum = (value: string): number =>
  [...value].reduce((total, digit) => total + Number(digit), 0)

/** La Poste ran out of Luhn numbers: for its establishments the digits add up to a multiple of 5. */
export const Siret = code(
  /^\d{14}$/,
  'A SIRET is 14 digits, without spaces',
  (value) => hasLuhnKey(value) || (value.startsWith(LA_POSTE) && digitSum(value) % 5 === 0),
).brand<'Siret'>()
export type Siret = z.infer<typeof Siret>

/** Health professional's national number. */
export const Rpps = code(/^\d{11}$/, 'An RPPS number is 11 digits', hasLuhnKey).brand<'Rpps'>()
export type Rpps = z.infer<typeof Rpps>

/** Medicinal product in the public medicines database. It has no key. */
export const Cis = code(
  /^6\d{7}$/,
  'A CIS code is 8 digits that start with 6',
  noKey,
).brand<'Cis'>()
export type Cis = z.infer<typeof Cis>

/** WHO class: a substance (7 characters) or, for some combinations, only its group (4 or 5). */
export const Atc = code(
  /^[A-DGHJLMNPRSV]\d{2}[A-Z]([A-Z](\d{2})?)?$/,
  'An ATC code is 7 characters such as J01CR02 (4 or 5 for a group)',
  noKey,
).brand<'Atc'>()
export type Atc = z.infer<typeof Atc>

/** The GTIN printed in the DataMatrix of a presentation: a leading zero before the CIP13. */
export const gtinOfCip13 = (cip13: Cip13): Gtin14 => Gtin14.parse(`0${cip13}`)

/** The CIP13 a GTIN carries, or undefined when it is not a French presentation (device, outer case…). */
export const cip13OfGtin = (gtin: Gtin14): Cip13 | undefined =>
  gtin.startsWith('0') ? Cip13.safeParse(gtin.slice(1)).data : undefined
