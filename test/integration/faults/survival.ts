import { expect } from 'vitest'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { type Violation, verifyDatabase } from '../../../src/verification/index.js'
import type { World } from '../../builders/world.js'
import { openCast } from '../orders/journey.js'
import { auditWhatWasGiven, buy } from '../verification/story.js'
import { markOf, type Progress, STEPS, type Stage } from './supply-path.js'

/** A hub with plenty of one product, a member, and the people between them. */
export async function openStage(world: World): Promise<Stage> {
  // The clock of the processes is the real one.
  world.clock.set(new Date().toISOString())
  const cast = await openCast(world)
  const productId = await world.given.product()
  await buy(cast, productId, [
    ['L-1', 50_000, '1.25'],
    ['L-2', 50_000, '1.75'],
  ])
  await auditWhatWasGiven(world)
  const { groupingId, member } = cast
  return {
    url: world.urls.app,
    groupingId,
    establishmentId: member.establishmentId,
    deliveryPointId: member.deliveryPointId,
    productId,
    people: {
      requester: cast.requester.actor,
      pharmacist: cast.pharmacist.actor,
      second: cast.secondPharmacist.actor,
      preparer: cast.preparer.actor,
      courier: cast.courier.actor,
      receiver: cast.receiver.actor,
    },
  }
}

/** What was acknowledged: the last step of every story, by its mark. */
export class Acknowledged {
  readonly #steps = new Map<string, number>()

  note(at: Progress): void {
    if (at.step >= 0) this.#steps.set(markOf(at), at.step)
  }

  get stories(): ReadonlyMap<string, number> {
    return this.#steps
  }
}

interface Kept {
  readonly mark: string
  readonly orders: number
  readonly actions: readonly string[]
  readonly deliveries: number
  readonly dispatches: number
}

/** Compares what was acknowledged with what the database kept, and the database with its own rules. */
export async function expectNothingLostNorDoubled(
  world: World,
  { stories }: Acknowledged,
): Promise<void> {
  const kept = new Map((await keptStories(world)).map((story) => [story.mark, story]))
  for (const [mark, step] of stories) {
    const story = kept.get(mark)
    const names = STEPS.slice(0, step + 1).map(([name]) => name)
    expect(story?.actions, mark).toEqual(expect.arrayContaining(timeline(names)))
    expect(story?.deliveries, mark).toBe(names.includes('pack') ? 1 : 0)
    expect(story?.dispatches, mark).toBe(names.includes('dispatch') ? 1 : 0)
  }
  for (const { mark, orders, actions } of kept.values()) {
    expect(orders, mark).toBe(1)
    expect(new Set(actions).size, `${mark}: ${actions}`).toBe(actions.length)
  }
  expect(await violationsOf(world)).toEqual([])
}

/** Packing belongs to the delivery; the order's timeline does not tell it. */
const timeline = (names: readonly string[]): string[] => names.filter((name) => name !== 'pack')

const keptStories = ({ owner }: World): Promise<Kept[]> =>
  owner.prisma.$queryRaw<Kept[]>`
    select comment as mark, count(distinct supply_order.id)::int as orders,
      array_agg(t.action order by t.id) as actions,
      (select count(*)::int from delivery d join supply_order o on o.id = d.order_id
        where o.comment = supply_order.comment) as deliveries,
      (select count(*)::int from stock_movement m join supply_order_line l on l.id = m.line_id
        join supply_order o on o.id = l.order_id
        where m.reason = 'dispatch' and o.comment = supply_order.comment) as dispatches
    from supply_order join order_transition t on t.order_id = supply_order.id
    group by comment`

async function violationsOf({ owner }: World): Promise<readonly Violation[]> {
  const report = await verifyDatabase(owner, { render: renderDocumentKind, documents: 'none' })
  return report.violations
}
