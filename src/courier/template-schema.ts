import { z } from 'zod'
import { CalendarDate, LocalTime } from '../kernel/calendar.js'
import { DeliveryPointId, EstablishmentId, GroupingId, RunTemplateId } from '../kernel/ids.js'

export const RunName = z.string().trim().min(1).max(80)
export const Reason = z.string().trim().min(3).max(300)

const WEEK_MINUTES = 7 * 24 * 60
const DAY_MINUTES = 24 * 60

export const CutoffMinutes = z
  .int()
  .min(0)
  .max(WEEK_MINUTES)
  .meta({ description: 'Minutes before the departure after which an order goes to the next run' })

export const StopInput = z.strictObject({
  establishmentId: EstablishmentId,
  deliveryPointId: DeliveryPointId,
  offsetMinutes: z
    .int()
    .min(0)
    .max(DAY_MINUTES - 1)
    .meta({ description: 'Minutes after the departure' }),
  delivers: z.boolean().default(true),
  collectsSpecimens: z.boolean().default(false),
})
export type StopInput = z.output<typeof StopInput>

/** In the order of the road: a stop before the one that precedes it is a keying error. */
export const StopsInput = z
  .array(StopInput)
  .min(1)
  .max(60)
  .check(({ value, issues }) => {
    value.forEach(({ offsetMinutes }, i) => {
      if (i === 0 || offsetMinutes > (value[i - 1]?.offsetMinutes ?? 0)) return
      issues.push({
        code: 'custom',
        path: [i, 'offsetMinutes'],
        input: value,
        message: 'Each stop comes after the one before it',
      })
    })
  })

const Weekdays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .refine((days) => new Set(days).size === days.length, 'Each weekday once')
  .meta({ description: '1 = Monday … 7 = Sunday' })

const TemplateFields = z.strictObject({
  name: RunName,
  weekdays: Weekdays,
  departsAt: LocalTime,
  cutoffMinutes: CutoffMinutes,
  skipsPublicHolidays: z.boolean(),
  validFrom: CalendarDate,
  validTo: CalendarDate.nullable(),
  stops: StopsInput,
})

export const CreateRunTemplateInput = TemplateFields.extend({
  groupingId: GroupingId,
  skipsPublicHolidays: z.boolean().default(true),
  validTo: CalendarDate.nullable().default(null),
})
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    error: 'Ends on its first day or later',
  })
  .meta({ ref: 'CreateRunTemplateInput' })
export type CreateRunTemplateInput = z.output<typeof CreateRunTemplateInput>

export const ChangeRunTemplateInput = TemplateFields.partial()
  .extend({ reason: Reason.optional() })
  .meta({ ref: 'ChangeRunTemplateInput' })
export type ChangeRunTemplateInput = z.output<typeof ChangeRunTemplateInput>

export const HoldRunTemplateInput = z
  .strictObject({ from: CalendarDate, to: CalendarDate.nullable().default(null), reason: Reason })
  .refine(({ from, to }) => to === null || to >= from, {
    path: ['to'],
    error: 'Ends on its first day or later',
  })
  .meta({ ref: 'HoldRunTemplateInput' })
export type HoldRunTemplateInput = z.output<typeof HoldRunTemplateInput>

export const ExceptionInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cancelled'), onDay: CalendarDate, reason: Reason }),
    z.strictObject({
      kind: z.literal('moved'),
      onDay: CalendarDate,
      departsAt: LocalTime,
      reason: Reason,
    }),
  ])
  .meta({ ref: 'RunTemplateExceptionInput' })
export type ExceptionInput = z.output<typeof ExceptionInput>

export const ListRunTemplatesQuery = z.strictObject({ groupingId: GroupingId.optional() })
export type ListRunTemplatesQuery = z.output<typeof ListRunTemplatesQuery>

const StopView = z.object({
  position: z.int(),
  establishmentId: EstablishmentId,
  establishmentName: z.string(),
  deliveryPointId: DeliveryPointId,
  deliveryPointName: z.string(),
  offsetMinutes: z.int(),
  delivers: z.boolean(),
  collectsSpecimens: z.boolean(),
})

export const RunTemplateView = z
  .object({
    id: RunTemplateId,
    groupingId: GroupingId,
    name: z.string(),
    weekdays: z.array(z.int()),
    departsAt: LocalTime,
    cutoffMinutes: z.int(),
    skipsPublicHolidays: z.boolean(),
    validFrom: CalendarDate,
    validTo: CalendarDate.nullable(),
    heldFrom: CalendarDate.nullable(),
    heldTo: CalendarDate.nullable(),
    stops: z.array(StopView),
    exceptions: z.array(
      z.object({
        onDay: CalendarDate,
        kind: z.enum(['cancelled', 'moved']),
        departsAt: LocalTime.nullable(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ ref: 'RunTemplateView' })
export type RunTemplateView = z.infer<typeof RunTemplateView>

export const RunTemplateList = z
  .object({ items: z.array(RunTemplateView) })
  .meta({ ref: 'RunTemplateList' })
export type RunTemplateList = z.infer<typeof RunTemplateList>
