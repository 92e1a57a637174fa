import { z } from 'zod/mini'

/** What the address says of the trail. */
export const AuditFilter = z.object({
  personne: z.optional(z.string()),
  geste: z.optional(z.string()),
  sujet: z.optional(z.string()),
  ref: z.optional(z.string()),
  du: z.optional(z.string()),
  au: z.optional(z.string()),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** As the API asks for it. */
export const asQuery = ({ personne, geste, sujet, ref, du, au }: AuditFilter) => ({
  ...(personne !== undefined && { actorId: personne }),
  ...(geste !== undefined && { action: geste }),
  ...(sujet !== undefined && { subjectType: sujet }),
  ...(ref !== undefined && { subjectId: ref }),
  ...(du !== undefined && { from: du }),
  ...(au !== undefined && { to: au }),
})
