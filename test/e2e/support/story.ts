/**
 * The day every end-to-end test happens on: a Friday of the demonstration, before the first round
 * leaves. The server and the browser agree on it, so that a test finds the same rounds, orders and
 * deadlines whatever day it really is.
 */
export const STORY_DAY = '2026-11-20'
/** 07:30 in Paris; time runs on from there. */
export const STORY_BEGINS = '2026-11-20T06:30:00Z'
/** The third working day of the month after, when a controller closes it. */
export const MONTH_IS_OVER = '2026-12-03T07:30:00Z'
