import { DomainError, notFound } from '../kernel/errors.js'
import { GroupingId, type RunId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import { holdsRole, requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import {
  isRunActionAllowed,
  nextRunState,
  type RunAction,
  RunState,
  rolesForRun,
} from './transitions.js'

const PARTS = {
  runStops: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.RunInclude

type Row = Prisma.RunGetPayload<{ include: typeof PARTS }>

/** A run as a verb holds it: locked until the transaction ends. */
export interface LockedRun extends Omit<Row, 'groupingId' | 'state'> {
  readonly groupingId: GroupingId
  readonly state: RunState
}

/**
 * Locks a run, then reads it with its stops.
 * @throws DomainError `not-found` when it does not exist for this caller
 */
export async function lockRun(tx: Tx, runId: RunId): Promise<LockedRun> {
  await tx.$queryRaw`select id from run where id = ${runId}::uuid for update`
  const row = await tx.run.findUnique({ where: { id: runId }, include: PARTS })
  if (row === null) throw notFound('Run', runId)
  return { ...row, groupingId: GroupingId.parse(row.groupingId), state: RunState.parse(row.state) }
}

/**
 * Refuses unless the caller may do this to this run now, and answers the state it takes. A courier
 * drives only the runs given to them.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state`
 */
export function authoriseRun(ctx: Context, run: LockedRun, action: RunAction): RunState {
  requireRole(ctx, run, rolesForRun(action))
  const next = nextRunState(run.state, action)
  const rolesNow = rolesForRun(action).filter((role) => isRunActionAllowed(run.state, action, role))
  if (action !== 'take') requireDriver(ctx, run, rolesNow)
  return next
}

type Driven = Pick<LockedRun, 'groupingId' | 'courierId'>

/**
 * Refuses a courier who is not the one of the run; every other role named is enough.
 * @throws DomainError `not-found` · `forbidden`
 */
export function requireDriver(ctx: Context, run: Driven, roles: readonly Role[]): void {
  requireRole(ctx, { groupingId: run.groupingId }, roles)
  const others = roles.filter((role) => role !== 'courier')
  if (holdsRole(ctx, { groupingId: run.groupingId }, others)) return
  if (run.courierId === ctx.actor.userId) return
  throw new DomainError('forbidden', 'This run is driven by somebody else', { needs: others })
}
