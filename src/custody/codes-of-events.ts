import type { Tx } from '../platform/db/transaction.js'
import type { CustodyEventInput } from './schema.js'

/** The chain of a stop's own events; the prefix is in lower case, so that no scanned code equals it. */
const stopChain = (runStopId: string): string => `stop:${runStopId.toLowerCase()}`
export const isStopChain = (code: string): boolean => code.startsWith('stop:')

/**
 * The chain each event belongs to: the container, the container a tube is packed in, the stop, or the
 * run. A tube nobody packed keeps a chain of its own.
 */
export async function codesOf(tx: Tx, events: readonly CustodyEventInput[]): Promise<string[]> {
  const loose = events.flatMap(({ containerCode, tubeCode }) =>
    containerCode === undefined && tubeCode !== undefined ? [tubeCode] : [],
  )
  const containers = await containersOf(tx, loose)
  return events.map((event) => codeOf(event, containers))
}

function codeOf(event: CustodyEventInput, containers: ReadonlyMap<string, string>): string {
  const { kind, containerCode, tubeCode, runStopId, runId } = event
  if (kind === 'arrived-at-stop' || kind === 'closed-stop') return stopChain(runStopId ?? '')
  if (containerCode !== undefined) return containerCode
  if (tubeCode !== undefined) return containers.get(tubeCode) ?? `tube:${tubeCode}`
  return `run:${runId?.toLowerCase() ?? ''}`
}

async function containersOf(
  tx: Tx,
  tubeCodes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (tubeCodes.length === 0) return new Map()
  const tubes = await tx.tube.findMany({
    where: { code: { in: [...tubeCodes] } },
    // The last one wins in the map: the newest shipment the tube was packed in.
    orderBy: { id: 'asc' },
    select: { code: true, shipment: { select: { containerCode: true } } },
  })
  return new Map(tubes.map(({ code, shipment }) => [code, shipment.containerCode]))
}
