import { DomainError, type FieldError, invalidField } from '../kernel/errors.js'
import type { TemperatureClass } from '../kernel/storage-class.js'
import { isExpectedLate } from './alarm-thresholds.js'
import { CHECKLIST_POINTS, type SealInput } from './schema.js'
import { needsLogger } from './vocabulary.js'

type Packing = Pick<SealInput, 'checklist' | 'loggerId' | 'overrideReason'>

/**
 * A container is closed on a full checklist, with a logger where it travels at another temperature
 * than the room's.
 * @throws DomainError `invalid-input` naming the point · `cold-chain-incomplete`
 */
export function requirePacked(
  temperatureClass: TemperatureClass,
  { checklist, loggerId }: Packing,
): void {
  const open = CHECKLIST_POINTS.find((point) => !checklist[point])
  if (open !== undefined) {
    throw invalidField(`checklist.${open}`, 'Every point of the packing checklist must hold')
  }
  if (needsLogger(temperatureClass) && loggerId === undefined) {
    throw new DomainError(
      'cold-chain-incomplete',
      `A container of class ${temperatureClass} travels with a temperature logger`,
      { temperatureClass },
    )
  }
}

/**
 * A missing collection time is a non-conformity of the sender, never « now ».
 * @throws DomainError `invalid-input` naming every tube without one
 */
export function requireCollectionTimes(
  tubes: readonly { readonly code: string; readonly collectedAt: Date | null }[],
): void {
  if (tubes.length === 0) throw invalidField('tubes', 'There is no tube in this container')
  const errors = tubes.flatMap(({ code, collectedAt }, i): FieldError[] =>
    collectedAt === null
      ? [{ path: `tubes.${i}.collectedAt`, message: `Give the collection time of tube ${code}` }]
      : [],
  )
  if (errors.length === 0) return
  throw new DomainError('invalid-input', 'A collection time is missing', { errors })
}

/**
 * What the next run brings too late is sealed only on purpose, with a reason.
 * @throws DomainError `cut-off-passed` with the deadline and the expected arrival
 */
export function requireReachable(
  { deadlineAt, expectedAt }: { deadlineAt: Date | null; expectedAt: Date | null },
  { overrideReason }: Packing,
): void {
  if (deadlineAt === null || overrideReason !== undefined) return
  if (expectedAt !== null && !isExpectedLate(deadlineAt, expectedAt)) return
  const details = {
    deadlineAt: deadlineAt.toISOString(),
    expectedAt: expectedAt?.toISOString() ?? null,
  }
  throw new DomainError(
    'cut-off-passed',
    expectedAt === null
      ? 'No run is planned that collects here: call the laboratory, or give a reason to seal'
      : 'The next run brings this container after its deadline: call the laboratory, or give a reason to seal',
    details,
  )
}
