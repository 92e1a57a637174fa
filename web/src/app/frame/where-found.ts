import type { FoundItem } from '../../../../src/finding/schema.js'
import type { Session } from '../../api/session.js'
import { type Space, spacesOf } from '../spaces.js'

type SpaceId = Space['id']
type Paths = Partial<Record<SpaceId, (item: FoundItem) => string>>

/** Where each kind of thing opens, by space; the first space of the person that can show it does. */
const PATHS: Readonly<Record<FoundItem['kind'], Paths>> = {
  order: {
    pharmacy: ({ id }) => `/pharmacie/commandes/${id}`,
    member: ({ id }) => `/etablissement/commandes/${id}`,
  },
  delivery: {
    pharmacy: ({ id }) => `/pharmacie/envois/${id}`,
    member: ({ id }) => `/etablissement/receptions/${id}`,
  },
  tote: {
    pharmacy: ({ relatedId }) => `/pharmacie/envois/${relatedId}`,
    member: ({ relatedId }) => `/etablissement/receptions/${relatedId}`,
  },
  shipment: {
    laboratory: ({ id }) => `/laboratoire/colis/${id}`,
    member: ({ id }) => `/etablissement/prelevements/${id}`,
  },
  tube: {
    laboratory: ({ relatedId }) => `/laboratoire/colis/${relatedId}`,
    member: ({ relatedId }) => `/etablissement/prelevements/${relatedId}`,
  },
  lot: { pharmacy: ({ id }) => `/pharmacie/lots/${id}` },
  product: { pharmacy: ({ id }) => `/pharmacie/produits/${id}` },
  run: {
    pharmacy: ({ id }) => `/pharmacie/tournees/${id}`,
    laboratory: ({ id }) => `/laboratoire/tournees/${id}`,
  },
  establishment: { administration: ({ id }) => `/administration/membres/${id}` },
  document: {},
}

/**
 * The page on which a found thing opens: in the space the person is in when it shows such things,
 * otherwise in another of theirs; a document has a page of its own. Nothing when no space shows it.
 */
export function whereFound(
  item: FoundItem,
  session: Session,
  here: Space | undefined,
): string | undefined {
  if (item.kind === 'document') return `/documents/${item.id}`
  const paths = PATHS[item.kind]
  const own = spacesOf(session).map(({ id }) => id)
  const order = here === undefined ? own : [here.id, ...own]
  const space = order.find((id) => own.includes(id) && paths[id] !== undefined)
  return space && paths[space]?.(item)
}
