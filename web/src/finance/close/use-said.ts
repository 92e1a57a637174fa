import { frenchOf } from '../../api/problems/translate-message.js'
import { useLanguage } from '../../texts/language.js'

/** What the server says of a month, in the language of the person. */
export function useSaid(): (message: string) => string {
  const language = useLanguage()
  return (message) => (language === 'fr' ? (frenchOf(message) ?? message) : message)
}
