import { defineTexts } from '../../texts/define-texts.js'
import { enRuns } from './en-runs.js'
import { frRuns } from './fr-runs.js'

/** Alone, because the list of runs opens without what only the acts of a run say. */
export const useRunsTexts = defineTexts('runs-list', { fr: frRuns, en: enRuns })
