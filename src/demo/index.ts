import { sealAuditEntries } from '../audit/index.js'
import { type CalendarDate, calendarDate, dayOf, firstDayOf } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { openDatabase } from '../platform/db/client.js'
import { asSystem } from '../platform/db/transaction.js'
import type { ProgressLine } from '../start/progress.js'
import type { Runtime } from '../start/runtime.js'
import { FOUNDED_ON, foundAlliance, type MembershipPlan } from './found-alliance.js'
import { firstMonthOf, playLaboratory, playPharmacy, secondMonthDay } from './play-quarter.js'
import type { Stage } from './play-supply.js'
import { chanceOf } from './random.js'
import { setCostPools } from './set-cost-pools.js'
import { setAllotments, setLaboratoryRules, setRunTemplates } from './set-rules.js'
import { SimClock } from './sim-clock.js'
import { fillCatalogue, receiveShelves } from './stock-up.js'
import { voteBudgets } from './vote-budgets.js'

export { demoSignIn } from './demo-sign-in.js'
export { DEMO_DOMAIN } from './found-alliance.js'

const SEED = 92_150

/** `foreign`: the database already holds something else, which the demo must never mix with. */
export type DemoOutcome = 'played' | 'already-there' | 'foreign'

export interface DemoOptions {
  readonly progress: ProgressLine
  /** Cuts the play short: the promise then rejects within the statement under way. */
  readonly stop?: AbortSignal
}

/**
 * Plays the demo alliance into an empty database, through the same verbs as anybody and a simulated
 * clock: the same day always gives the same story. A database that has anything is left as it is.
 * @throws DomainError `wrong-state` when an earlier play was cut short
 */
export async function playDemoOnce(runtime: Runtime, options: DemoOptions): Promise<DemoOutcome> {
  const [state, groupings] = await asSystem(runtime.db, async (tx) => [
    await tx.demoState.findUnique({ where: { id: 1 } }),
    await tx.grouping.count(),
  ])
  if (state?.completedAt) return 'already-there'
  if (state !== null) {
    throw new DomainError(
      'wrong-state',
      'La démonstration de cette base a été interrompue ou se joue encore : attendez sa fin, ou donnez une base vide.',
    )
  }
  if (groupings > 0) return 'foreign'
  await playDemo(runtime, options)
  return 'played'
}

async function playDemo(runtime: Runtime, { progress, stop }: DemoOptions): Promise<void> {
  const { db, config } = runtime
  const realNow = runtime.clock()
  const today = config.demoDate === undefined ? dayOf(realNow) : calendarDate(config.demoDate)
  await asSystem(db, async (tx) => {
    await tx.$executeRaw`insert into demo_state (id, seed, played_for, started_at)
      values (1, ${String(SEED)}, ${today}::date, ${realNow})`
  })
  // Played again from the start if this is cut short, so its commits need not wait for the disk one by one.
  const hasty = openDatabase(withoutSyncCommit(db.url), { applicationName: 'navette-demo' })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= hasty.close()
    return closing
  }
  // Without its connections the story ends at its next statement, wherever it is.
  const cutShort = () => void close().catch(() => undefined)
  stop?.addEventListener('abort', cutShort)
  try {
    await play({ ...runtime, db: hasty }, today, progress)
  } finally {
    stop?.removeEventListener('abort', cutShort)
    await close()
  }
  await sealAuditEntries(db)
  await asSystem(db, async (tx) => {
    await tx.$executeRaw`update demo_state set completed_at = ${runtime.clock()} where id = 1`
  })
}

function withoutSyncCommit(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', '-c synchronous_commit=off')
  return url.href
}

async function play(runtime: Runtime, today: CalendarDate, progress: ProgressLine): Promise<void> {
  const firstMonth = firstMonthOf(today)
  const from = firstDayOf(firstMonth)
  const clock = new SimClock(from)
  const chance = chanceOf(SEED)
  const neuillyFrom = secondMonthDay(firstMonth, '-12')
  const mgenFrom = secondMonthDay(firstMonth, '-01')

  progress.step('Démonstration : les groupements, leurs membres, leurs comptes')
  const founded = await foundAlliance(runtime, clock, membershipPlan(neuillyFrom, mgenFrom))
  progress.step('Démonstration : le livret, les dotations, les règles, les clés')
  const shelves = await fillCatalogue(founded)
  const dotations = new Map(
    await setAllotments(founded, ['foch', 'fleurs', 'solemnes'], { shelves, chance }),
  )
  await setLaboratoryRules(founded, FOUNDED_ON)
  await setRunTemplates(founded, { from, neuillyFrom, mgenFrom })
  const pools = await setCostPools(founded, firstMonth)
  await voteBudgets(founded, pools, { firstMonth, today })
  progress.step('Démonstration : le stock de départ')
  for (let lots = 0; lots < 2; lots += 1) await receiveShelves(founded, shelves, chance)

  progress.step('Démonstration : un trimestre de commandes, de tournées et de prélèvements')
  const stageFrom = (seed: number): Stage => {
    const own = new SimClock(from)
    return {
      alliance: { ...founded, cast: founded.cast.on(own.now) },
      clock: own,
      chance: chanceOf(seed),
    }
  }
  const calendar = { today, firstMonth, pools }
  await Promise.all([
    playPharmacy(
      { ...calendar, stage: stageFrom(SEED + 1), neuillyFrom, shelves, dotations },
      (done, total) => progress.advance('jours', done, total),
    ),
    playLaboratory({ ...calendar, stage: stageFrom(SEED + 2), mgenFrom }),
  ])
  progress.end()
}

/** Neuilly and MGEN join in the second month, on a day. */
const membershipPlan = (neuillyFrom: CalendarDate, mgenFrom: CalendarDate): MembershipPlan => ({
  pharmacy: [
    ['foch', FOUNDED_ON],
    ['fleurs', FOUNDED_ON],
    ['solemnes', FOUNDED_ON],
    ['neuilly', neuillyFrom],
  ],
  laboratory: [
    ['foch', FOUNDED_ON],
    ['hfb', FOUNDED_ON],
    ['fleurs', FOUNDED_ON],
    ['mgen', mgenFrom],
  ],
})
