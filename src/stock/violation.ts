/** Something that can never be, found in the database. */
export interface StockViolation {
  readonly rule:
    | 'balance-is-ledger'
    | 'balance-is-not-negative'
    | 'reserved-is-allocations'
    | 'available-is-free'
    | 'owned-is-held'
    | 'pickable-is-usable'
    | 'average-cost-replays'
    | 'units-are-conserved'
    | 'movement-has-period'
    | 'receipt-is-movement'
  readonly groupingId: string
  /** What breaks it: `place/lot`, a product, a lot, a movement. */
  readonly subject: string
  readonly expected: string
  readonly found: string
}
