import { z } from 'zod'

export { DeliveryId, DeliveryLineId, newId } from '../kernel/ids.js'

export const ToteId = z.uuid().brand<'ToteId'>()
export type ToteId = z.infer<typeof ToteId>
