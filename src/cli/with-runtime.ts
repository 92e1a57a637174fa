import { readConfig } from '../config.js'
import { dateColumn, dayOf } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { GroupingId, UserId } from '../kernel/ids.js'
import { ROLES } from '../kernel/roles.js'
import type { Context } from '../platform/context.js'
import { asSystem } from '../platform/db/transaction.js'
import { closingAfter } from '../start/closing.js'
import { openRuntime, type Runtime } from '../start/runtime.js'

/** Whoever runs the installation, from its command line; in no table of persons. */
const OPERATOR = UserId.parse('00000000-0000-4000-8000-000000000002')

/**
 * Opens everything, runs one piece of work, and closes everything whatever happened. The embedded
 * database is brought up to date; one that others run is only refused when it is not.
 */
export function withRuntime<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
  return closingAfter(async (closing) => {
    // The log shares the output with the answer, which a program may read.
    const config = { ...readConfig(), logLevel: 'silent' }
    const isEmbedded = config.databaseUrl === undefined && config.databaseAppUrl === undefined
    const runtime = await openRuntime(config, { migrate: isEmbedded })
    closing.add(runtime.close)
    return work(runtime)
  })
}

/** Acts for the hub of one grouping with every role, as the operator of the machine. */
export function operatorContext(
  { db, clock, log }: Runtime,
  groupingIds: readonly GroupingId[],
): Context {
  return {
    ...{ db, clock, log, requestId: 'command-line' },
    actor: {
      kind: 'job',
      userId: OPERATOR,
      displayName: 'Ligne de commande',
      grants: groupingIds.flatMap((groupingId) => ROLES.map((role) => ({ role, groupingId }))),
    },
  }
}

export async function groupingIds({ db }: Runtime): Promise<GroupingId[]> {
  const rows = await asSystem(db, (tx) => tx.grouping.findMany({ select: { id: true } }))
  return rows.map(({ id }) => GroupingId.parse(id))
}

/** @throws DomainError `not-found` naming the codes that exist */
export async function groupingByCode({ db }: Runtime, code: string): Promise<GroupingId> {
  const rows = await asSystem(db, (tx) =>
    tx.grouping.findMany({ select: { id: true, code: true } }),
  )
  const found = rows.find((row) => row.code === code)
  if (found !== undefined) return GroupingId.parse(found.id)
  throw new DomainError(
    'not-found',
    rows.length === 0
      ? 'Il n’y a encore aucun groupement : fondez-en un avec « navette grouping create ».'
      : `Aucun groupement n’a le code ${code} ; existent : ${rows.map((row) => row.code).join(', ')}.`,
  )
}

/** What is entered in a month names a person who answers for it. */
const ANSWERABLE = ['administrator', 'finance']

/**
 * The operator acting in the name of somebody who administers a grouping or keeps its accounts.
 * @throws DomainError `not-found` when nobody with that address may answer for it today
 */
export async function inTheNameOf(
  runtime: Runtime,
  { groupingId, email }: { groupingId: GroupingId; email: string },
): Promise<Context> {
  const { db, clock } = runtime
  const today = dateColumn(dayOf(clock()))
  const account = await asSystem(db, (tx) =>
    tx.appUser.findFirst({
      where: {
        ...{ email: email.toLowerCase(), disabledAt: null },
        roleGrants: {
          some: {
            ...{ groupingId, role: { in: ANSWERABLE }, fromOn: { lte: today } },
            OR: [{ toOn: null }, { toOn: { gte: today } }],
          },
        },
      },
      select: { id: true, displayName: true },
    }),
  )
  if (account === null) {
    throw new DomainError(
      'not-found',
      `Aucun compte « ${email} » n’administre ce groupement ni n’en tient les comptes : donnez-en un avec --as.`,
    )
  }
  const context = operatorContext(runtime, [groupingId])
  const { id, displayName } = account
  return { ...context, actor: { ...context.actor, userId: UserId.parse(id), displayName } }
}
