import { dayOf } from '../../texts/formats.js'

/** The civil day it is where the groupings live, `YYYY-MM-DD`. */
export const today = (): string => dayOf(Date.now())
