import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEPT_AS = 'navette-language'

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((known) => known === value)

function preferred(): Language {
  const kept = localStorage.getItem(KEPT_AS)
  return isLanguage(kept) ? kept : 'fr'
}

/** Once, before anything is drawn. */
export function startTexts(): void {
  void i18next.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: 'fr',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  })
  document.documentElement.lang = preferred()
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'fr'
}
