import { defineTexts } from './define-texts.js'
import { en } from './vocabulary-en.js'
import { fr } from './vocabulary-fr.js'

/** `words.word('orderState', order.state)`: a code the screens do not know yet is shown as it is. */
export const useVocabulary = defineTexts('vocabulary', { fr, en })
