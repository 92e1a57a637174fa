const CAUSES = [
  ['timeout', /timed?[ -]?out|ETIMEDOUT/i],
  ['connection', /ECONN|ENOTFOUND|EPIPE|connection|unavailable|can't reach|redis/i],
  ['missing', /not[ -]found|no .* found|does not exist/i],
  ['payload', /invalid (input|type|option)|expected .* received|unrecognized key|zod/i],
  ['template', /render|typst|font|layout|template/i],
] as const

export type Cause = (typeof CAUSES)[number][0] | 'other'

/** What a technical message most likely means to somebody who may retry. */
export const causeOf = (error: string): Cause =>
  CAUSES.find(([, shape]) => shape.test(error))?.[0] ?? 'other'
