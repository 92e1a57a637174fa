import type { EstablishmentId, GroupingId } from '../kernel/ids.js'

/** Where somebody orders or receives. */
export interface Memberships {
  readonly groupingIds: readonly GroupingId[]
  /** Beside `groupingIds`, place by place. */
  readonly establishmentIds: readonly EstablishmentId[]
}
