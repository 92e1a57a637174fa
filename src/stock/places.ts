import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import { LocationId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'

/** The storage class of the place where narcotics are locked away (art. R. 5132-80 du CSP). */
const NARCOTICS_SAFE = 'narcotics-safe'

/** Every place of a hub. Virtual ones (supplier, consumed, destroyed, loss) hold no balance. */
const HUB_PLACES = [
  { kind: 'store', name: 'Réserve', storageClass: 'ambient' },
  { kind: 'store', name: 'Chambre froide', storageClass: 'cold' },
  { kind: 'store', name: 'Congélateur', storageClass: 'frozen' },
  { kind: 'store', name: 'Congélateur très basse température', storageClass: 'deep-frozen' },
  { kind: 'store', name: 'Coffre des stupéfiants', storageClass: NARCOTICS_SAFE },
  { kind: 'quarantine', name: 'Quarantaine', storageClass: null },
  { kind: 'to-destroy', name: 'À détruire', storageClass: null },
  { kind: 'supplier', name: 'Fournisseurs', storageClass: null },
  { kind: 'consumed', name: 'Consommé', storageClass: null },
  { kind: 'destroyed', name: 'Détruit', storageClass: null },
  { kind: 'loss', name: 'Pertes', storageClass: null },
] as const

const MEMBER_PLACES = [
  { kind: 'in-transit', name: 'En transit' },
  { kind: 'member-store', name: 'Stock de l’établissement' },
] as const

export type HubPlaceKind = Exclude<(typeof HUB_PLACES)[number]['kind'], 'store'>

export interface HubPlaces {
  readonly byKind: Readonly<Record<HubPlaceKind, LocationId>>
  /** Where a product is kept: the safe for narcotics, else the room of its storage class. */
  storeFor(product: { isNarcotic: boolean; storageClass: string }): LocationId
}

/** Creates the places of a hub, once; calling it again changes nothing. */
export async function prepareGroupingStock(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
): Promise<HubPlaces> {
  await tx.$executeRaw`
    insert into location (id, grouping_id, kind, name, storage_class, created_at)
    select id, ${groupingId}::uuid, kind, name, storage_class, ${ctx.clock()}
    from unnest(${HUB_PLACES.map(() => newId(LocationId))}::uuid[],
      ${HUB_PLACES.map(({ kind }) => kind)}::text[], ${HUB_PLACES.map(({ name }) => name)}::text[],
      ${HUB_PLACES.map(({ storageClass }) => storageClass)}::text[])
      as place (id, kind, name, storage_class)
    on conflict do nothing`
  return hubPlaces(tx, groupingId)
}

/** The places of a hub, for a caller with a grouping-wide role. */
export async function hubPlaces(tx: Tx, groupingId: GroupingId): Promise<HubPlaces> {
  const rows = await tx.location.findMany({ where: { groupingId, establishmentId: null } })
  const idOf = (kind: string, storageClass: string | null): LocationId => {
    const found = rows.find((row) => row.kind === kind && row.storageClass === storageClass)
    if (found === undefined) throw new TypeError(`Grouping ${groupingId} has no ${kind} place`)
    return LocationId.parse(found.id)
  }
  return {
    byKind: {
      quarantine: idOf('quarantine', null),
      'to-destroy': idOf('to-destroy', null),
      supplier: idOf('supplier', null),
      consumed: idOf('consumed', null),
      destroyed: idOf('destroyed', null),
      loss: idOf('loss', null),
    },
    storeFor: ({ isNarcotic, storageClass }) =>
      idOf('store', isNarcotic ? NARCOTICS_SAFE : storageClass),
  }
}

export interface MemberPlaces {
  readonly inTransitId: LocationId
  readonly memberStoreId: LocationId
}

/** The places of a member, made when they are first needed. */
export async function memberPlaces(
  tx: Tx,
  ctx: Context,
  member: { groupingId: GroupingId; establishmentId: EstablishmentId },
): Promise<MemberPlaces> {
  const { groupingId, establishmentId } = member
  const find = () => tx.location.findMany({ where: { groupingId, establishmentId } })
  let rows = await find()
  if (rows.length < MEMBER_PLACES.length) {
    await tx.$executeRaw`
      insert into location (id, grouping_id, establishment_id, kind, name, created_at)
      select id, ${groupingId}::uuid, ${establishmentId}::uuid, kind, name, ${ctx.clock()}
      from unnest(${MEMBER_PLACES.map(() => newId(LocationId))}::uuid[],
        ${MEMBER_PLACES.map(({ kind }) => kind)}::text[],
        ${MEMBER_PLACES.map(({ name }) => name)}::text[]) as place (id, kind, name)
      on conflict do nothing`
    rows = await find()
  }
  const idOf = (kind: string) => LocationId.parse(rows.find((row) => row.kind === kind)?.id)
  return { inTransitId: idOf('in-transit'), memberStoreId: idOf('member-store') }
}

/** The hub's quarantine, which a member's refusal must name although it may not see the hub's places. */
export async function quarantinePlace(tx: Tx, groupingId: GroupingId): Promise<LocationId> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    select navette_quarantine_place(${groupingId}::uuid) as id`
  return LocationId.parse(row?.id)
}
