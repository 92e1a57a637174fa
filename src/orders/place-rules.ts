import { invalidField } from '../kernel/errors.js'
import type { CareUnitId, DeliveryPointId, EstablishmentId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'

interface Places {
  readonly establishmentId: EstablishmentId
  readonly deliveryPointId?: DeliveryPointId | undefined
  readonly careUnitId?: CareUnitId | undefined
}

/**
 * Refuses a delivery point or a care unit of another establishment.
 * @throws DomainError `invalid-input` naming the field
 */
export async function requireOwnPlaces(
  tx: Tx,
  { establishmentId, deliveryPointId, careUnitId }: Places,
): Promise<void> {
  if (deliveryPointId !== undefined) {
    const found = await tx.deliveryPoint.count({ where: { id: deliveryPointId, establishmentId } })
    if (found === 0) {
      throw invalidField('deliveryPointId', 'This delivery point is not of this establishment')
    }
  }
  if (careUnitId !== undefined) {
    const found = await tx.careUnit.count({ where: { id: careUnitId, establishmentId } })
    if (found === 0) throw invalidField('careUnitId', 'This care unit is not of this establishment')
  }
}
