import { defineTexts } from '../../texts/define-texts.js'
import { en } from './action-words-en.js'
import { fr } from './action-words-fr.js'

/** Every kind of deed the trail knows, `subject.deed`, in the order they are listed. */
export const ACTIONS: readonly string[] = Object.entries(fr.action).flatMap(([subject, deeds]) =>
  Object.keys(deeds).map((deed) => `${subject}.${deed}`),
)
export const SUBJECTS: readonly string[] = Object.keys(fr.subject)

/** The words of the trail: what was done, and to what. */
export const useActionWords = defineTexts('administration-audit-words', { fr, en })
