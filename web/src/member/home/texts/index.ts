import { defineTexts } from '../../../texts/define-texts.js'
import { en } from './en.js'
import { fr } from './fr.js'

export const useHomeTexts = defineTexts('member-home', { fr, en })
