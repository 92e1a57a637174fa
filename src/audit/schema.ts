import { z } from 'zod'
import { CalendarDate, InstantView } from '../kernel/calendar.js'
import { EstablishmentId, GroupingId, UserId } from '../kernel/ids.js'

export const AuditEntryView = z
  .object({
    /** Counts up: the cursor of the next page. */
    id: z.string(),
    at: InstantView,
    groupingId: GroupingId.nullable(),
    establishmentId: EstablishmentId.nullable(),
    actorKind: z.string(),
    actorId: UserId,
    actorName: z.string().nullable(),
    action: z.string().meta({ example: 'order.approved' }),
    subjectType: z.string(),
    subjectId: z.string(),
    requestId: z.string(),
    details: z.record(z.string(), z.unknown()),
    /** The hash that chains this entry to the one before it; null for the seconds before it is sealed. */
    seal: z.string().nullable(),
  })
  .meta({ ref: 'AuditEntry' })
export type AuditEntryView = z.infer<typeof AuditEntryView>

export const AuditPage = z
  .object({ items: z.array(AuditEntryView), nextCursor: z.string().optional() })
  .meta({ ref: 'AuditPage' })
export type AuditPage = z.infer<typeof AuditPage>

export const AuditQuery = z.object({
  groupingId: GroupingId,
  subjectType: z.string().max(64).optional(),
  subjectId: z.string().max(64).optional(),
  actorId: UserId.optional(),
  action: z.string().max(64).optional(),
  /** Civil days in the grouping's time zone, both included. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'A cursor as the last page gave it')
    .optional(),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditChainQuery = z.object({ groupingId: GroupingId })

/** Whether the chain of a grouping's trail holds, recomputed from the entries themselves. */
export const AuditChainView = z
  .object({
    sealed: z.int(),
    /** Entries the sealer has not reached yet; seconds old in a healthy system. */
    unsealed: z.int(),
    /** The last hash; empty while nothing is sealed. */
    headHash: z.string(),
    /** The first position that does not hold; absent when everything does. */
    brokenAt: z
      .object({
        position: z.int(),
        reason: z.enum(['seal-missing', 'entry-missing', 'entry-moved', 'entry-changed']),
      })
      .optional(),
    checkedAt: InstantView,
  })
  .meta({ ref: 'AuditChain' })
export type AuditChainView = z.infer<typeof AuditChainView>
