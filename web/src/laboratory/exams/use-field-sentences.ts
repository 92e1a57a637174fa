import type { ReactNode } from 'react'
import { frenchOf } from '../../api/problems/translate-message.js'
import { useLanguage } from '../../texts/language.js'

/** What is wrong with a field of a form, in the person's language: schemas speak English. */
export function useFieldSentences(
  errors: Readonly<Record<string, ReactNode>>,
): (path: string) => ReactNode {
  const language = useLanguage()
  return (path) => {
    const message = errors[path]
    if (typeof message !== 'string' || language === 'en') return message
    return frenchOf(message) ?? message
  }
}
