import { z } from 'zod'
import { CalendarDate, InstantView } from '../kernel/calendar.js'
import { AllotmentId, CareUnitId, EstablishmentId, GroupingId, ProductId } from '../kernel/ids.js'
import { PositiveUnits } from '../kernel/units.js'

export const SetAllotmentInput = z
  .strictObject({
    groupingId: GroupingId,
    careUnitId: CareUnitId,
    /** The physician who approved the list with the pharmacist. */
    physicianName: z.string().trim().min(2).max(120),
    fromOn: CalendarDate,
    lines: z
      .array(z.strictObject({ productId: ProductId, maximumUnits: PositiveUnits }))
      .min(1)
      .max(500)
      .refine((lines) => new Set(lines.map(({ productId }) => productId)).size === lines.length, {
        error: 'Each product may appear only once',
      }),
  })
  .meta({ ref: 'SetAllotmentInput' })
export type SetAllotmentInput = z.infer<typeof SetAllotmentInput>

export const AllotmentView = z
  .object({
    id: AllotmentId,
    groupingId: GroupingId,
    establishmentId: EstablishmentId,
    careUnit: z.object({ id: CareUnitId, name: z.string() }),
    version: z.int(),
    physicianName: z.string(),
    fromOn: z.iso.date(),
    createdAt: InstantView,
    lines: z.array(
      z.object({
        product: z.object({
          id: ProductId,
          denomination: z.string(),
          storageClass: z.string(),
          isNarcotic: z.boolean(),
        }),
        maximumUnits: z.int(),
      }),
    ),
  })
  .meta({ ref: 'AllotmentView' })
export type AllotmentView = z.infer<typeof AllotmentView>

export const AllotmentList = z
  .object({ items: z.array(AllotmentView) })
  .meta({ ref: 'AllotmentList' })
export type AllotmentList = z.infer<typeof AllotmentList>

export const ListAllotmentsQuery = z.object({
  groupingId: GroupingId.optional(),
  establishmentId: EstablishmentId.optional(),
  careUnitId: CareUnitId.optional(),
  /** Former and coming versions too. */
  all: z.stringbool().default(false),
})
export type ListAllotmentsQuery = z.infer<typeof ListAllotmentsQuery>
