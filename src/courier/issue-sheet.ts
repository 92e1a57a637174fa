import { recordAudit } from '../audit/index.js'
import { issueDocument } from '../documents/index.js'
import { DomainError } from '../kernel/errors.js'
import { DocumentId, type RunId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { type LockedRun, lockRun, requireDriver } from './load-run.js'
import { READS_SHEET } from './roles.js'
import type { SheetInput, SheetView } from './run-schema.js'
import { runSheetData } from './run-sheet-data.js'

const KIND = 'run-sheet'
const REISSUED = 'Feuille de route rééditée'

/**
 * Issues the paper of a run as it stands now; the one before stays readable and is marked superseded.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state` the run is over
 */
export function issueRunSheet(
  ctx: Context,
  runId: RunId,
  { reason = REISSUED }: SheetInput,
): Promise<SheetView> {
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, runId)
    requireDriver(ctx, run, READS_SHEET)
    if (run.state === 'completed' || run.state === 'aborted') {
      throw new DomainError('wrong-state', `This run is ${run.state}: its sheet stays as it is`)
    }
    return issueSheet(tx, ctx, run, reason)
  })
}

/** Issues the sheet in the caller's transaction; `reason` is printed when it replaces another. */
export async function issueSheet(
  tx: Tx,
  ctx: Context,
  run: Pick<LockedRun, 'id' | 'groupingId' | 'number'>,
  reason: string,
): Promise<SheetView> {
  const { groupingId } = run
  const data = await runSheetData(tx, ctx, run.id)
  const last = await tx.document.findFirst({
    where: { subjectType: 'run', subjectId: run.id, kind: KIND },
    orderBy: { id: 'desc' },
    select: { id: true, number: true, issuedAt: true },
  })
  const supersedes =
    last?.number == null
      ? undefined
      : { number: last.number, issuedAt: last.issuedAt.toISOString(), reason }
  const { id, number } = await issueDocument(tx, ctx, {
    groupingId,
    kind: KIND,
    numberPrefix: 'FR',
    title: (head) => `Feuille de route ${head.number ?? run.number}`,
    format: 'pdf',
    data: (head) => data(head, supersedes),
    subject: { type: 'run', id: run.id },
    ...(last !== null && { supersedesId: DocumentId.parse(last.id) }),
  })
  await recordAudit(tx, ctx, {
    groupingId,
    action: 'run.sheet-issued',
    subjectType: 'run',
    subjectId: run.id,
    details: { documentId: id, number },
  })
  return { documentId: id, number }
}
