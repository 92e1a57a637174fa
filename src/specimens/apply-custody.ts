import { EstablishmentId, GroupingId, type SpecimenShipmentId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'

/** What the custody events of one container say about its shipment. */
export interface CustodyEffect {
  readonly shipmentId: SpecimenShipmentId
  readonly pickedUpAt: Date | null
  readonly arrivedAt: Date | null
  /** Tubes scanned one by one; the container's own events count for all of its tubes. */
  readonly loadedTubes: readonly string[]
  readonly arrivedTubes: readonly string[]
  /** Two people say they took it. */
  readonly isContested: boolean
}

interface Changed {
  readonly id: string
  readonly groupingId: string
  readonly establishmentId: string
}

/**
 * Makes shipments and tubes follow their custody events, in the caller's transaction: the stored state
 * is always what the whole set of events gives. What people decided since (received, lost, cancelled)
 * stays; a draft notes when it was taken and stays a draft until it is sealed. Shipments are locked in
 * ascending id.
 */
export async function applyCustody(tx: Tx, effects: readonly CustodyEffect[]): Promise<void> {
  if (effects.length === 0) return
  const ids = effects.map(({ shipmentId }) => shipmentId)
  await tx.$queryRaw`
    select id from specimen_shipment where id = any (${ids}::uuid[]) order by id for update`
  const rows = JSON.stringify(effects)
  await tx.$executeRaw`
    update tube set state = case
        when effect."arrivedAt" is not null or effect."arrivedTubes" ? tube.code then 'arrived'
        when effect."pickedUpAt" is not null or effect."loadedTubes" ? tube.code then 'loaded'
        else 'listed' end
    from jsonb_to_recordset(${rows}::jsonb) as effect ("shipmentId" uuid, "pickedUpAt" timestamptz,
        "arrivedAt" timestamptz, "loadedTubes" jsonb, "arrivedTubes" jsonb),
      specimen_shipment shipment
    where shipment.id = effect."shipmentId" and shipment.state <> 'draft'
      and tube.shipment_id = shipment.id and tube.state in ('listed', 'loaded', 'arrived')`
  const changed = await tx.$queryRaw<Changed[]>`
    update specimen_shipment shipment set
      picked_up_at = effect."pickedUpAt", delivered_at = effect."arrivedAt",
      state = case when shipment.state not in ('sealed', 'in-transit', 'delivered') then shipment.state
        when effect."arrivedAt" is not null then 'delivered'
        when effect."pickedUpAt" is not null then 'in-transit' else 'sealed' end,
      has_discrepancy = effect."isContested" or shipment.state = 'cancelled' or exists (
        select from tube where tube.shipment_id = shipment.id
          and tube.state not in ('listed', 'loaded', 'arrived', 'accepted')),
      version = shipment.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as effect ("shipmentId" uuid, "pickedUpAt" timestamptz,
      "arrivedAt" timestamptz, "isContested" boolean)
    where shipment.id = effect."shipmentId"
    returning shipment.id, shipment.grouping_id as "groupingId",
      shipment.establishment_id as "establishmentId"`
  for (const { id, groupingId, establishmentId } of changed) {
    await announce(tx, {
      topic: 'specimen-shipments',
      groupingId: GroupingId.parse(groupingId),
      establishmentId: EstablishmentId.parse(establishmentId),
      subjectId: id,
    })
  }
}
