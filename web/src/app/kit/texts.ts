import { defineTexts, type SameTexts } from '../../texts/define-texts.js'
import { en } from './texts-en.js'
import { fr } from './texts-fr.js'

const english: SameTexts<typeof fr> = en
export const useKitTexts = defineTexts('kit', { fr, en: english })
