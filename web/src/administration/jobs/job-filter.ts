import { z } from 'zod/mini'

/** What the address says of the page of jobs. */
export const JobFilter = z.object({
  file: z.optional(z.string()),
  relancees: z.optional(z.boolean()),
})
export const EVERY_JOB: z.infer<typeof JobFilter> = {}
