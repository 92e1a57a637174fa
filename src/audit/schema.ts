import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
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
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'A cursor as the last page gave it')
    .optional(),
})
export type AuditQuery = z.output<typeof AuditQuery>
