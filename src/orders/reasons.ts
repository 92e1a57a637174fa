import { z } from 'zod'

/** Why less is supplied than was asked for: a closed list, so that shortages can be counted. */
export const REASON_CODES = [
  'supply-tension',
  'stock-short',
  'not-in-formulary',
  'dose-review',
  'duplicate-request',
  'other',
] as const
export const ReasonCode = z.enum(REASON_CODES)
export type ReasonCode = z.infer<typeof ReasonCode>

export const Comment = z.string().trim().max(500)

/** A reason in words, for what stops or restarts a whole order. */
export const ReasonText = z.string().trim().min(3, 'Say why, in a few words').max(500)

interface MaybeReason {
  readonly reasonCode?: ReasonCode | undefined
  readonly comment?: string | undefined
}

/** `other` says nothing by itself: it needs words. */
export const isExplained = ({ reasonCode, comment = '' }: MaybeReason): boolean =>
  reasonCode !== 'other' || comment.trim() !== ''

export const EXPLAIN_OTHER = 'Say in words what the other reason is'
