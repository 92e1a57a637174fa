import type { FoundItem } from '../../../../src/finding/schema.js'
import type { Session } from '../../api/session.js'
import { type Space, spacesOf } from '../spaces.js'

type SpaceId = Space['id']
/** A page, and the filters it opens with. */
interface Target {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}
type Paths = Partial<Record<SpaceId, (item: FoundItem) => string | Target>>

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
  establishment: {
    administration: ({ id }) => `/administration/membres/${id}`,
    pharmacy: ({ id }) => ({ to: '/pharmacie/commandes', search: { establishment: id } }),
    laboratory: ({ id }) => ({ to: '/laboratoire/colis', search: { site: id } }),
  },
  document: {},
}

/**
 * The page on which a found thing opens: in the space the person is in when it shows such things,
 * otherwise in another of theirs; an establishment opens what it orders or sends, where it has no page of
 * its own; a document has one. Nothing when no space shows it.
 */
export function whereFound(
  item: FoundItem,
  session: Session,
  here: Space | undefined,
): Target | undefined {
  if (item.kind === 'document') return { to: `/documents/${item.id}` }
  const paths = PATHS[item.kind]
  const own = spacesOf(session).map(({ id }) => id)
  const order = here === undefined ? own : [here.id, ...own]
  const space = order.find((id) => own.includes(id) && paths[id] !== undefined)
  const target = space && paths[space]?.(item)
  return typeof target === 'string' ? { to: target } : target
}
