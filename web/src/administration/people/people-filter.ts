import { z } from 'zod/mini'

/** What the address says of the list of people. */
export const PeopleFilter = z.object({
  q: z.optional(z.string()),
  role: z.optional(z.string()),
  lieu: z.optional(z.string()),
  etat: z.optional(z.enum(['actif', 'desactive', 'machine'])),
})
export type PeopleFilter = z.infer<typeof PeopleFilter>
