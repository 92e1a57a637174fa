import { readConfig } from '../config.js'
import { DomainError } from '../kernel/errors.js'
import { GroupingId, UserId } from '../kernel/ids.js'
import { ROLES } from '../kernel/roles.js'
import type { Context } from '../platform/context.js'
import { asSystem } from '../platform/db/transaction.js'
import { openRuntime, type Runtime } from '../start/runtime.js'

/** Whoever runs the installation, from its command line; in no table of persons. */
const OPERATOR = UserId.parse('00000000-0000-4000-8000-000000000002')

/** Opens everything, migrated, runs one piece of work, and closes everything whatever happened. */
export async function withRuntime<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const runtime = await openRuntime(readConfig(), { migrate: true })
  try {
    return await work(runtime)
  } finally {
    await runtime.close()
  }
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
    `No grouping has the code ${code}; known: ${rows.map((row) => row.code).join(', ')}.`,
  )
}
