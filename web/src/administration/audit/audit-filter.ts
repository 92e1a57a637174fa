import { type FiltersOf, text } from '../../ui/filters.js'

/** What the address says of the trail. */
export const AuditFilter = {
  personne: text,
  geste: text,
  sujet: text,
  ref: text,
  du: text,
  au: text,
}
export type AuditFilter = FiltersOf<typeof AuditFilter>

/** As the API asks for it. */
export const asQuery = ({ personne, geste, sujet, ref, du, au }: AuditFilter) => ({
  ...(personne !== undefined && { actorId: personne }),
  ...(geste !== undefined && { action: geste }),
  ...(sujet !== undefined && { subjectType: sujet }),
  ...(ref !== undefined && { subjectId: ref }),
  ...(du !== undefined && { from: du }),
  ...(au !== undefined && { to: au }),
})
