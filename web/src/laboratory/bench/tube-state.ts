import type { TubeView } from '../../../../src/specimens/view-schema.js'

const DECIDED: ReadonlySet<string> = new Set([
  'accepted',
  'accepted-with-reservation',
  'rejected',
  'missing',
])

export const isDecided = ({ state }: Pick<TubeView, 'state'>): boolean => DECIDED.has(state)

export const isOffList = ({ state }: Pick<TubeView, 'state'>): boolean =>
  state === 'unexpected' || state === 'misrouted'

export const isExpired = ({ deadlineAt }: Pick<TubeView, 'deadlineAt'>, now: number): boolean =>
  deadlineAt !== null && Date.parse(deadlineAt) < now
