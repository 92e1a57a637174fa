/** Minutes before a deadline at which people are told, once each; 0 is the deadline itself. */
export const ALARM_THRESHOLDS = [120, 60, 30, 0] as const

/** Stands among the thresholds for « the expected arrival comes too late », which may happen long before. */
export const EXPECTED_LATE = -1

/** Time between the arrival at the dock and the bench: unloading, walking, opening. */
export const ARRIVAL_MARGIN_MINUTES = 15

const MINUTE_MS = 60_000

/** Whether what arrives at `expectedAt` reaches the bench after the deadline. */
export const isExpectedLate = (deadlineAt: Date, expectedAt: Date): boolean =>
  expectedAt.getTime() + ARRIVAL_MARGIN_MINUTES * MINUTE_MS > deadlineAt.getTime()

/**
 * The alarms due now: the tightest threshold that is passed, and lateness as soon as it is foreseen.
 * Wider thresholds that were jumped over (a short deadline, a pause of the watch) tell nothing more.
 */
export function alarmsDue({
  deadlineAt,
  expectedAt,
  now,
}: {
  readonly deadlineAt: Date
  readonly expectedAt: Date | null
  readonly now: Date
}): number[] {
  const minutesLeft = (deadlineAt.getTime() - now.getTime()) / MINUTE_MS
  const tightest = ALARM_THRESHOLDS.filter((minutes) => minutesLeft <= minutes).at(-1)
  const isLate = expectedAt !== null && isExpectedLate(deadlineAt, expectedAt)
  return [...(isLate ? [EXPECTED_LATE] : []), ...(tightest === undefined ? [] : [tightest])]
}
