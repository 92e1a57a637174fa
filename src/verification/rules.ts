/** A rule: what must hold, and how many rows it was held against (one SQL count). */
interface Rule {
  readonly says: string
  readonly population: string
  /** The sentence for one violation; the default compares. */
  readonly tell?: (expected: string, found: string) => string
}

const rows = (table: string, condition = 'true'): string =>
  `select count(*) from ${table} where ${condition}`

const SEALED = `state in ('sealed', 'in-transit', 'delivered', 'receiving', 'reconciled', 'lost')`
const APP_TABLES = `select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r'`

const STOCK = {
  'units-are-conserved': {
    says: 'The units of a lot that came in are those held somewhere',
    population: rows('lot'),
    tell: (expected, found) => `${expected} units of this lot came in, ${found} are held somewhere`,
  },
  'balance-is-ledger': {
    says: 'What a place holds of a lot is the sum of its movements',
    population: rows('stock_balance'),
    tell: (expected, found) => `The ledger gives ${expected} units, the balance says ${found}`,
  },
  'balance-is-not-negative': {
    says: 'No place holds less than nothing, or less than it has reserved',
    population: rows('stock_balance'),
    tell: (_, found) => `Reserved and on hand are ${found}`,
  },
  'reserved-is-allocations': {
    says: 'Reserved units are the sum of the open reservations',
    population: rows('stock_balance'),
    tell: (expected, found) => `Reservations add up to ${expected} units, reserved says ${found}`,
  },
  'available-is-free': {
    says: 'What may be promised is what is usable and not reserved',
    population: rows('stock_item'),
    tell: (expected, found) => `${expected} units are free and usable, available says ${found}`,
  },
  'owned-is-held': {
    says: 'What the hub owns is what its places hold',
    population: rows('stock_item'),
    tell: (expected, found) => `The hub holds ${expected} units, owned says ${found}`,
  },
  'pickable-is-usable': {
    says: 'Only usable lots in a store may be picked',
    population: rows('stock_balance'),
    tell: (expected, found) => `Pickable should be ${expected}, and is ${found}`,
  },
  'average-cost-replays': {
    says: 'The average cost is what the receipts give, from the first one on',
    population: rows('stock_item'),
    tell: (expected, found) => `Replayed: ${expected} micro-euros; recorded: ${found}`,
  },
  'movement-has-period': {
    says: 'Every movement belongs to an accounting month',
    population: rows('stock_movement'),
    tell: (expected) => `This movement needs ${expected}, which does not exist`,
  },
  'receipt-is-movement': {
    says: 'Every line of a receipt is one movement, at the same cost',
    population: rows('stock_receipt_line'),
    tell: (expected, found) => `The receipt says ${expected} micro-euros, the movement ${found}`,
  },
} as const satisfies Record<string, Rule>

const ORDERS = {
  'ordered-adds-up': {
    says: 'Ordered = in process + shipped + backordered + cancelled',
    population: rows('supply_order_line'),
    tell: (expected, found) => `${expected} units were ordered, ${found} are accounted for`,
  },
  'approval-binds': {
    says: 'No more than approved is in process, shipped or backordered',
    population: rows('supply_order_line', 'approved_units is not null'),
    tell: (expected, found) => `${expected} units were approved, ${found} were committed`,
  },
  'backordered-is-ordered-again': {
    says: 'Backordered units are ordered again, on an order that names the short line',
    population: rows('supply_order_line'),
    tell: (expected, found) => `${expected} units are backordered, ${found} were ordered again`,
  },
  'shipped-is-delivered-lines': {
    says: 'Shipped units are those on dispatched deliveries',
    population: rows('supply_order_line'),
    tell: (expected, found) => `Deliveries carry ${expected} units, the line says ${found} shipped`,
  },
  'closed-order-has-nothing-open': {
    says: 'An order that has left has no units in process',
    population: rows('supply_order', `state in ('dispatched', 'delivered', 'received', 'closed')`),
    tell: (_, found) => `${found} units are still in process`,
  },
  'kept-is-in-process': {
    says: 'An allocated order keeps exactly its units in process',
    population: rows('supply_order', `state in ('allocated', 'picking', 'picked', 'released')`),
    tell: (expected, found) => `${expected} units are in process, ${found} are kept for them`,
  },
  'received-adds-up': {
    says: 'Accepted + refused + missing = shipped, and every received line is answered',
    population: rows('delivery_line'),
    tell: (expected, found) => `${expected} units were shipped, the receiver answered for ${found}`,
  },
  'difference-is-discrepancies': {
    says: 'Every refused or missing unit is in a discrepancy',
    population: rows('delivery_line'),
    tell: (expected, found) =>
      `${expected} units are refused or missing, ${found} in discrepancies`,
  },
  'dispatched-is-moved': {
    says: 'Every unit on a dispatched delivery left the hub in the ledger',
    population: rows('delivery_line', 'unit_cost_micros is not null'),
    tell: (expected, found) => `${expected} units were dispatched, the ledger moved ${found}`,
  },
  'state-is-last-transition': {
    says: 'The state of an order is where its timeline ends',
    population: rows('supply_order'),
    tell: (expected, found) => `The timeline ends at ${expected}, the order says ${found}`,
  },
} as const satisfies Record<string, Rule>

const CUSTODY = {
  'chain-links': {
    says: 'Every custody event is sealed to the one before it',
    population: rows('custody_event'),
    tell: () => 'This event is not the one that was sealed here',
  },
  'chain-head-is-last-link': {
    says: 'The head of a custody chain is its last event',
    population: rows('custody_chain'),
    tell: () => 'The chain does not end with its last event: one was removed or added',
  },
  'sealed-has-one-holder': {
    says: 'From sealing to reception, exactly one holder has a container',
    population: rows('specimen_shipment', SEALED),
    tell: (_, found) => `Nobody is known to hold this container (${found})`,
  },
  'holder-is-projection': {
    says: 'The holder is what the events give',
    population: rows('custody_chain', 'last_position > 0'),
    tell: (expected, found) => `The events give ${expected}, the record says ${found}`,
  },
  'shipment-is-projection': {
    says: 'The state of a shipment is what its events give',
    population: rows('specimen_shipment', `state <> 'draft'`),
    tell: (expected, found) => `The events give ${expected}, the shipment says ${found}`,
  },
} as const satisfies Record<string, Rule>

const MONEY = {
  'shares-add-up': {
    says: 'The shares of a pool add up to its total, to the cent',
    population: rows('period_pool'),
  },
  'snapshot-unchanged': {
    says: 'The figures of a closed month are those it was closed with',
    population: rows('period', `state = 'closed'`),
  },
  'statement-matches-shares': {
    says: `A statement is the sum of its member's shares`,
    population: rows('statement'),
  },
  'renders-the-same': {
    says: 'A document drawn again gives the bytes that were kept',
    population: 'select 0',
    tell: () => 'Drawing this document again gives other bytes than those that were kept',
  },
} as const satisfies Record<string, Rule>

const TRACE = {
  'numbers-without-gaps': {
    says: 'Numbers run from 1 to the counter of their series, each once',
    population: rows('document_series'),
  },
  'write-is-audited': {
    says: 'Every act that changed something is in the audit trail',
    population: rows('audit_entry'),
    tell: (expected, found) => `The audit trail should hold ${expected}, and holds ${found}`,
  },
  'audit-chain-holds': {
    says: 'No sealed audit entry was changed, removed or inserted',
    population: rows('audit_seal'),
  },
} as const satisfies Record<string, Rule>

const TENANCY = {
  'row-security-is-on': {
    says: 'Every table of a grouping is under row security, with a policy',
    population: `${APP_TABLES} and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'grouping_id')`,
  },
  'application-role-is-bound': {
    says: 'The application role bypasses nothing and owns nothing',
    population: `select count(*) from pg_roles where rolname = 'navette_app'`,
  },
  'facts-are-append-only': {
    says: 'Nobody can change or remove a fact: no privilege, and a trigger',
    population: 'select 0',
  },
  'definer-is-closed': {
    says: 'A function that runs as its owner reads our tables only, and is not for everybody',
    population: `select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef`,
  },
  'constraint-is-enforced': {
    says: 'Every rule that SQL can say is in the schema, and enforced',
    population: 'select 0',
  },
  'row-stays-in-its-grouping': {
    says: 'A row and what it refers to belong to the same grouping and the same member',
    population: 'select 0',
  },
} as const satisfies Record<string, Rule>

export const RULES = { ...STOCK, ...ORDERS, ...CUSTODY, ...MONEY, ...TRACE, ...TENANCY }
export type RuleName = keyof typeof RULES

const BY_NAME: Readonly<Record<RuleName, Rule>> = RULES
export const RULE_NAMES = Object.keys(RULES).filter((name): name is RuleName => name in RULES)

/** The sentence for a difference, in the words of its rule. */
export function tell({
  rule,
  expected,
  found,
}: {
  rule: RuleName
  expected: string
  found: string
}) {
  return BY_NAME[rule].tell?.(expected, found) ?? `Expected ${expected}, found ${found}`
}

export const ruleOf = (name: RuleName): Rule => BY_NAME[name]
