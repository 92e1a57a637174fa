import { type FiltersOf, oneOf, text } from '../../ui/filters.js'

/** What the address says of the list of people. */
export const PeopleFilter = {
  q: text,
  role: text,
  lieu: text,
  etat: oneOf(['actif', 'desactive', 'machine']),
}
export type PeopleFilter = FiltersOf<typeof PeopleFilter>
