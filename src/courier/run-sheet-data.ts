import type { DocumentData } from '../../templates/registry.js'
import type { IssuedHead } from '../documents/index.js'
import { fromDateColumn } from '../kernel/calendar.js'
import { TemperatureClass } from '../kernel/storage-class.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { passageAt } from './passage-time.js'
import type { StopShipment } from './run-schema.js'
import { STOP_PARTS } from './run-view.js'
import { loadOfStops, type StopLoad } from './stop-load.js'

type SheetData = DocumentData<'run-sheet'>

const PARTS = {
  grouping: true,
  courier: { select: { displayName: true } },
  runStops: { orderBy: { position: 'asc' }, include: STOP_PARTS },
} as const satisfies Prisma.RunInclude

type SheetRun = Prisma.RunGetPayload<{ include: typeof PARTS }>
type SheetStop = SheetRun['runStops'][number]

export type SupersededSheet = NonNullable<SheetData['supersedes']>

const MINUTE_MS = 60_000
const TEXT_LENGTH_MAX = 400

/** Everything a run sheet prints, resolved now: places, codes, classes and hours, no product and no patient. */
export async function runSheetData(
  tx: Tx,
  ctx: Context,
  runId: string,
): Promise<(head: IssuedHead, supersedes?: SupersededSheet) => SheetData> {
  const run = await tx.run.findUniqueOrThrow({ where: { id: runId }, include: PARTS })
  const stops = run.runStops.filter(({ state }) => state !== 'skipped')
  const loads = await loadOfStops(tx, ctx, stops)
  const { grouping, courier, departsAt } = run
  return ({ number, issuedAt }, supersedes) => ({
    number: number ?? run.number,
    groupingName: grouping.name,
    issuedAt: issuedAt.toISOString(),
    timeZone: grouping.timeZone,
    ...(supersedes && { supersedes }),
    runName: `${run.name} (${run.number})`,
    day: fromDateColumn(run.serviceOn),
    courier: courier?.displayName ?? '—',
    departsAt: departsAt.toISOString(),
    returnsAt: returnOf(run).toISOString(),
    dispatchPhone: printedPhone(grouping.phone),
    stops: stops.map((stop) => stopOf(stop, loads(stop.id))),
  })
}

/** The way back is taken to last as long as the way to the first stop. */
function returnOf({ departsAt, runStops }: SheetRun): Date {
  const first = runStops[0]?.plannedAt ?? departsAt
  const last = runStops.at(-1)?.plannedAt ?? departsAt
  return passageAt(last, Math.round((first.getTime() - departsAt.getTime()) / MINUTE_MS))
}

function stopOf(stop: SheetStop, { deliveries, shipments }: StopLoad): SheetData['stops'][number] {
  const { establishment, deliveryPoint } = stop
  const instruction = deliveryPoint.instructions.trim().slice(0, TEXT_LENGTH_MAX)
  return {
    order: stop.position,
    plannedAt: stop.plannedAt.toISOString(),
    name: establishment.name,
    point: deliveryPoint.name,
    address: [establishment.addressLine, `${establishment.postalCode} ${establishment.town}`],
    ...(establishment.phone !== null && { phone: printedPhone(establishment.phone) }),
    ...(instruction !== '' && { instruction }),
    deliver: deliveries.flatMap(({ totes, isUrgent, hasNarcotics }) =>
      totes.map(({ code, storageClass }) => ({
        code,
        storageClass: TemperatureClass.parse(storageClass),
        urgent: isUrgent,
        narcotics: hasNarcotics,
      })),
    ),
    collect: shipments.map(pickupOf),
  }
}

const pickupOf = ({ containerCode, temperatureClass, deadlineAt }: StopShipment) => ({
  code: containerCode,
  storageClass: TemperatureClass.parse(temperatureClass),
  urgent: false,
  ...(deadlineAt !== null && { deadline: deadlineAt }),
})

/** Digits, spaces and points: a sheet prints no other sign of a number. */
const printedPhone = (phone: string): string =>
  phone
    .replace(/[^\d+. ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
