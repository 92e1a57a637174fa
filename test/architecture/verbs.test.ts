import { describe, expect, test } from 'vitest'
import { type CallGraph, leadsTo, linkCalls, type Place } from './call-graph.js'
import { type SourceFile, shippedFiles } from './source.js'

const WRITES = new Set<Place>([
  'src/platform/db/transaction.ts#inTransaction',
  'src/platform/db/transaction.ts#inLongTransaction',
])

/** What compares the caller's grants with what is asked, and refuses. */
const AUTHORISES = new Set<Place>([
  'src/platform/authorise.ts#requireRole',
  'src/platform/authorise.ts#requireAnyRole',
  'src/access/account-administration.ts#requireAccountAdministrator',
  'src/catalogue/roles.ts#requireCatalogueEditor',
  'src/custody/ingest-events.ts#servedGroupings',
  'src/members/require-establishment-administrator.ts#requireEstablishmentAdministrator',
])
const AUDITS = new Set<Place>(['src/audit/record-audit.ts#recordAudit'])

const OWN_ACCOUNT = 'one’s own account, proven by the session and the password'
const JOB = 'a job: carries on what an authorised verb has begun'

/** The verbs that compare no grants, each with its reason. */
const UNAUTHORISED: Readonly<Record<Place, string>> = {
  'src/access/change-password.ts#changePassword': OWN_ACCOUNT,
  'src/access/confirm-totp.ts#confirmTotp': OWN_ACCOUNT,
  'src/access/disable-totp.ts#disableTotp': OWN_ACCOUNT,
  'src/access/set-up-totp.ts#setUpTotp': OWN_ACCOUNT,
  'src/access/sign-out-elsewhere.ts#signOutElsewhere': OWN_ACCOUNT,
  'src/access/sign-out.ts#signOut': OWN_ACCOUNT,
  'src/documents/render-document.ts#renderDocument': JOB,
  'src/specimens/watch-deadlines.ts#watchDeadlines': JOB,
}

/** Every function that opens a write transaction itself. */
const verbsOf = (graph: CallGraph): readonly Place[] =>
  [...graph]
    .filter(([place, mentions]) => !WRITES.has(place) && [...mentions].some((it) => WRITES.has(it)))
    .map(([place]) => place)

/** Where a request or a job enters: what is not done by then is not done. */
const EDGE = /^jobs\/|[-/]routes\.ts#/

/** A function that only opens the transaction for others passes when each of those, or theirs, does it. */
function without(graph: CallGraph, targets: ReadonlySet<Place>): readonly Place[] {
  const callersOf = (place: Place): readonly Place[] =>
    [...graph].filter(([, mentions]) => mentions.has(place)).map(([caller]) => caller)
  const does = (place: Place, asked: readonly Place[] = []): boolean => {
    if (EDGE.test(place)) return false
    if (leadsTo(graph, place, targets)) return true
    const callers = callersOf(place).filter((caller) => ![...asked, place].includes(caller))
    return callers.length > 0 && callers.every((caller) => does(caller, [...asked, place]))
  }
  return verbsOf(graph).filter((verb) => !does(verb))
}

const shipped = shippedFiles()

describe('every verb that writes', () => {
  const graph = linkCalls(shipped)

  test('is read', () => {
    expect(verbsOf(graph).length).toBeGreaterThan(80)
    const named = [...WRITES, ...AUTHORISES, ...AUDITS]
    expect(named.filter((place) => !graph.has(place))).toEqual([])
  })

  test('asks whether the caller may', () => {
    expect(without(graph, AUTHORISES)).toEqual(Object.keys(UNAUTHORISED))
  })

  test('leaves a trace', () => {
    expect(without(graph, AUDITS)).toEqual([])
  })
})

describe('a planted verb', () => {
  const opening = `import { inTransaction } from '../platform/db/transaction.js'\n`
  const planting = (...planted: readonly SourceFile[]): CallGraph =>
    linkCalls([...shipped, ...planted])
  const verb = (text: string): SourceFile => ({
    path: 'src/stock/planted.ts',
    text: opening + text,
  })

  test('that asks nobody and leaves no trace is found', () => {
    const graph = planting(verb('export const bend = (ctx) => inTransaction(ctx, (tx) => tx.go())'))
    expect(without(graph, AUTHORISES)).toContain('src/stock/planted.ts#bend')
    expect(without(graph, AUDITS)).toContain('src/stock/planted.ts#bend')
  })

  test('that does both through a function of another capability passes', () => {
    const graph = planting(
      verb(`import { keep as kept } from '../orders/planted-index.js'
        export async function bend(ctx) { return inTransaction(ctx, (tx) => kept(tx)) }`),
      { path: 'src/orders/planted-index.ts', text: `export { keep } from './planted.js'` },
      {
        path: 'src/orders/planted.ts',
        text: `import { recordAudit } from '../audit/index.js'
          import { requireRole } from '../platform/authorise.js'
          export const keep = async (tx) => { requireRole(tx); await recordAudit(tx) }`,
      },
    )
    expect(without(graph, AUTHORISES)).not.toContain('src/stock/planted.ts#bend')
    expect(without(graph, AUDITS)).not.toContain('src/stock/planted.ts#bend')
  })

  test('that opens the transaction for another that forgets is found', () => {
    const graph = planting(
      verb(`const opened = (ctx, work) => inTransaction(ctx, work)
        export const bend = (ctx) => opened(ctx, (tx) => tx.go())`),
    )
    expect(without(graph, AUDITS)).toContain('src/stock/planted.ts#opened')
  })
})
