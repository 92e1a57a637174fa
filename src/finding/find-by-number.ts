import { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { Question } from './read-question.js'
import type { FoundItem } from './schema.js'

export const FOUND_PER_KIND = 8

/** Where the caller may look: row security says the same again, row by row. */
export interface Reach {
  /** The groupings the caller works for or belongs to. */
  readonly groupingIds: readonly string[]
  /** Those whose stock the caller may read. */
  readonly stockGroupingIds: readonly string[]
}

/** A table whose rows are known by a number or a code, and what is shown of one. */
interface Shelf {
  readonly kind: FoundItem['kind']
  readonly table: Prisma.Sql
  readonly number: Prisma.Sql
  readonly joins: Prisma.Sql
  readonly subtitle: Prisma.Sql
  readonly state: Prisma.Sql
  readonly day: Prisma.Sql
  readonly relatedId: Prisma.Sql
}

const NOTHING = Prisma.sql`null`
const OF_MEMBER = Prisma.sql`left join establishment e on e.id = t.establishment_id`
const MEMBER_NAME = Prisma.sql`coalesce(e.short_name, '')`
const STATE = Prisma.sql`t.state`

const SHELVES: readonly Shelf[] = [
  {
    ...{ kind: 'order', table: Prisma.sql`supply_order`, number: Prisma.sql`number` },
    ...{ joins: OF_MEMBER, subtitle: MEMBER_NAME, state: STATE },
    ...{ day: NOTHING, relatedId: NOTHING },
  },
  {
    ...{ kind: 'delivery', table: Prisma.sql`delivery`, number: Prisma.sql`note_number` },
    ...{ joins: OF_MEMBER, subtitle: MEMBER_NAME, state: STATE },
    ...{ day: NOTHING, relatedId: Prisma.sql`t.order_id` },
  },
  {
    ...{ kind: 'document', table: Prisma.sql`document`, number: Prisma.sql`number` },
    ...{ joins: Prisma.empty, subtitle: Prisma.sql`t.title`, state: Prisma.sql`t.format` },
    day: Prisma.sql`(t.issued_at at time zone 'UTC')::date`,
    relatedId: Prisma.sql`t.subject_id`,
  },
  {
    ...{ kind: 'tote', table: Prisma.sql`tote`, number: Prisma.sql`code` },
    ...{ joins: OF_MEMBER, subtitle: MEMBER_NAME, state: NOTHING },
    ...{ day: NOTHING, relatedId: Prisma.sql`t.delivery_id` },
  },
  ...[Prisma.sql`number`, Prisma.sql`container_code`].map((number) => ({
    ...{ kind: 'shipment' as const, table: Prisma.sql`specimen_shipment`, number },
    ...{ joins: OF_MEMBER, subtitle: MEMBER_NAME, state: STATE },
    ...{ day: NOTHING, relatedId: NOTHING },
  })),
  {
    ...{ kind: 'tube', table: Prisma.sql`tube`, number: Prisma.sql`code` },
    ...{ joins: OF_MEMBER, subtitle: MEMBER_NAME, state: STATE },
    ...{ day: NOTHING, relatedId: Prisma.sql`t.shipment_id` },
  },
  {
    ...{ kind: 'lot', table: Prisma.sql`lot`, number: Prisma.sql`lot_number` },
    joins: Prisma.sql`join product p on p.id = t.product_id`,
    ...{ subtitle: Prisma.sql`p.denomination`, state: Prisma.sql`t.status` },
    ...{ day: Prisma.sql`t.expires_on`, relatedId: Prisma.sql`t.product_id` },
  },
  {
    ...{ kind: 'run', table: Prisma.sql`run`, number: Prisma.sql`number` },
    ...{ joins: Prisma.empty, subtitle: Prisma.sql`t.name`, state: STATE },
    ...{ day: Prisma.sql`t.service_on`, relatedId: NOTHING },
  },
]

type Row = Omit<FoundItem, 'relatedId'> & { readonly relatedId: string | null }

/** Everything known by a number or a code that is, or begins with, what was asked: one statement. */
export async function findByNumber(
  tx: Tx,
  question: Question,
  { groupingIds, stockGroupingIds }: Reach,
): Promise<FoundItem[]> {
  const searches = SHELVES.map((shelf) =>
    searchOf(shelf, question, shelf.kind === 'lot' ? stockGroupingIds : groupingIds),
  )
  const rows = await tx.$queryRaw<Row[]>(Prisma.join(searches, ' union all '))
  return rows.map(({ relatedId, ...row }) => (relatedId === null ? row : { ...row, relatedId }))
}

function searchOf(shelf: Shelf, question: Question, groupingIds: readonly string[]): Prisma.Sql {
  const { kind, table, number, joins, subtitle, state, day, relatedId } = shelf
  const exact = Prisma.sql`t.${number} = any(${namesOf(shelf, question)}::text[])`
  return Prisma.sql`(
    select ${kind}::text as kind, t.id::text as id, t.${number} as title, ${subtitle} as subtitle,
      t.grouping_id::text as "groupingId", (${state})::text as state, (${day})::date::text as day,
      ${exact} as "isExact", (${relatedId})::text as "relatedId"
    from ${table} t ${joins}
    where t.id in (${candidates(shelf, question, groupingIds)})
    order by "isExact" desc, t.id desc limit ${FOUND_PER_KIND})`
}

/** The ids alone: a few from the index, before anything else is read of them. */
function candidates(shelf: Shelf, question: Question, groupingIds: readonly string[]): Prisma.Sql {
  const { table, number } = shelf
  const { beginning, box } = question
  const called = Prisma.sql`(select id from ${table}
    where grouping_id = any(${groupingIds}::uuid[]) and ${number} = any(${namesOf(shelf, question)}::text[])
    order by id desc limit ${FOUND_PER_KIND})`
  if (beginning === null || box !== null) return called
  return Prisma.sql`${called} union (
    select begun.id from unnest(${groupingIds}::uuid[]) as one(grouping_id),
      lateral (select id from ${table} where grouping_id = one.grouping_id
        and ${number} ~>=~ ${beginning} and ${number} ~<~ ${`${beginning}\uffff`}
        order by ${number} using ~>~ limit ${FOUND_PER_KIND}) begun)`
}

/** A box names its lot, which is no name of anything else. */
const namesOf = ({ kind }: Shelf, { exact, box }: Question): readonly string[] =>
  kind === 'lot' && box !== null ? [box.lotNumber ?? ''] : exact
