import { defineTexts } from '../../texts/define-texts.js'
import { en } from './texts-en.js'
import { fr } from './texts-fr.js'

export const useTimetableTexts = defineTexts('administration-timetable', { fr, en })
