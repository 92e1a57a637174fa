import { defineTexts } from '../../texts/define-texts.js'
import { en } from './texts-en.js'
import { fr } from './texts-fr.js'

export const useAuditTexts = defineTexts('administration-audit', { fr, en })
