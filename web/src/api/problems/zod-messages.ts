import type { Language } from '../../texts/language.js'

type Sentence = (...values: readonly string[]) => string
type Rule = readonly [shape: RegExp, french: Sentence, english: Sentence]

const more = (count: string): string => (Number(count) > 1 ? 's' : '')

/** What the schema library says by itself, for want of a sentence of ours. */
const RULES: readonly Rule[] = [
  [
    /^Invalid input: expected .+, received (?:undefined|null)$/,
    () => 'À renseigner.',
    () => 'Required.',
  ],
  [/^Too small: expected string to have >=1 characters$/, () => 'À renseigner.', () => 'Required.'],
  [
    /^Too small: expected string to have >=(\d+) characters$/,
    (least = '') => `Au moins ${least} caractères.`,
    (least = '') => `At least ${least} characters.`,
  ],
  [
    /^Too big: expected string to have <=(\d+) characters$/,
    (most = '') => `Pas plus de ${most} caractère${more(most)}.`,
    (most = '') => `No more than ${most} character${more(most)}.`,
  ],
  [
    /^Too (?:small|big): expected string to have exactly (\d+) characters$/,
    (length = '') => `Exactement ${length} caractère${more(length)}.`,
    (length = '') => `Exactly ${length} character${more(length)}.`,
  ],
  [
    /^Too small: expected array to have >=1 items$/,
    () => 'Il en faut au moins un.',
    () => 'At least one is needed.',
  ],
  [
    /^Too small: expected array to have >=(\d+) items$/,
    (least = '') => `Il en faut au moins ${least}.`,
    (least = '') => `At least ${least} are needed.`,
  ],
  [
    /^Too big: expected array to have <=(\d+) items$/,
    (most = '') => `Pas plus de ${most}.`,
    (most = '') => `No more than ${most}.`,
  ],
  [
    /^Too small: expected (?:number|int) to be >0$/,
    () => 'Un nombre plus grand que zéro.',
    () => 'A number above zero.',
  ],
  [
    /^Too small: expected (?:number|int) to be >=(-?[\d.e+]+)$/,
    (least = '') => `Au moins ${least}.`,
    (least = '') => `At least ${least}.`,
  ],
  [
    /^Too big: expected (?:number|int) to be <=9007199254740991$/,
    () => 'Ce nombre est trop grand.',
    () => 'This number is too large.',
  ],
  [
    /^Too big: expected (?:number|int) to be <=?(-?[\d.e+]+)$/,
    (most = '') => `Pas plus de ${most}.`,
    (most = '') => `No more than ${most}.`,
  ],
  [
    /^Invalid input: expected int, received .+$/,
    () => 'Un nombre entier.',
    () => 'A whole number.',
  ],
  [/^Invalid input: expected number, received .+$/, () => 'Un nombre.', () => 'A number.'],
  [/^Invalid input: expected boolean, received .+$/, () => 'Oui ou non.', () => 'Yes or no.'],
  [
    /^Invalid (?:option|discriminator value)[:.] .+$/,
    () => 'Choisissez une valeur de la liste.',
    () => 'Choose a value of the list.',
  ],
  [
    /^Unrecognized keys?: (.+)$/,
    (keys = '') => `Champ non prévu\u00a0: ${keys.replaceAll('"', '')}.`,
    (keys = '') => `Unknown field: ${keys.replaceAll('"', '')}.`,
  ],
  [/^Invalid ISO date$/, () => 'Indiquez un jour qui existe.', () => 'A day that exists.'],
  [
    /^Invalid ISO (?:datetime|time)$/,
    () => 'Indiquez une date et une heure.',
    () => 'A date and a time.',
  ],
  [
    /^Invalid email address$/,
    () => 'Indiquez une adresse électronique.',
    () => 'An e-mail address.',
  ],
  [/^Invalid UUID$/, () => 'Choisissez un élément de la liste.', () => 'Choose one of the list.'],
  [/^Invalid URL$/, () => 'Indiquez une adresse web.', () => 'A web address.'],
  [
    /^Invalid (?:string|number)\b.*$/,
    () => 'Cette valeur n’a pas la forme attendue.',
    () => 'This value is not of the expected form.',
  ],
  [
    /^Invalid input.*$/,
    () => 'Cette valeur n’est pas acceptée.',
    () => 'This value is not accepted.',
  ],
]

function sentenceOf(message: string, language: Language): string | undefined {
  for (const [shape, french, english] of RULES) {
    const [found, ...values] = shape.exec(message) ?? []
    if (found !== undefined) return language === 'fr' ? french(...values) : english(...values)
  }
  return undefined
}

export const frenchOfZod = (message: string): string | undefined => sentenceOf(message, 'fr')

/** What a programmer reads becomes what anybody reads, in English too; other sentences stay. */
export const plainEnglish = (message: string): string => sentenceOf(message, 'en') ?? message
