import type { Language } from '../../texts/language.js'
import { FIELD_NAMES_EN } from './field-names-en.js'
import { FIELD_NAMES_FR } from './field-names-fr.js'

const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: FIELD_NAMES_FR,
  en: FIELD_NAMES_EN,
}

/** Parts that say where without being said themselves: `checklist.rigidOuter` is its point. */
const SILENT = new Set(['checklist', 'body'])

/** `lines.0.units` → «ligne 1, quantité»: people count from one. An unknown part is said as it is. */
export function fieldLabel(path: string, language: Language): string {
  const names = NAMES[language]
  const parts = path === '' ? [] : path.split('.')
  const said: string[] = []
  for (const [i, part] of parts.entries()) {
    if (/^\d+$/.test(part)) {
      const last = said.pop()
      said.push(`${last === undefined ? '' : `${last} `}${Number(part) + 1}`)
    } else if (!(SILENT.has(part) && parts.length > 1 && i === 0)) {
      said.push(names[part] ?? part)
    }
  }
  return said.join(', ')
}

export const hasLabel = (name: string): boolean => name in FIELD_NAMES_FR
