import { z } from 'zod'
import { CalendarDate, InstantView, LocalTime } from '../kernel/calendar.js'
import { Finess, Siret } from '../kernel/codes.js'
import {
  CareUnitId,
  DeliveryPointId,
  EstablishmentId,
  GroupingId,
  MembershipId,
} from '../kernel/ids.js'
import { PageQuery } from '../kernel/paging.js'

const Name = z.string().trim().min(1).max(160)
const ShortName = z.string().trim().min(1).max(40)
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d .()-]{4,20}$/, 'A telephone number such as "01 46 25 20 00"')
const Text = z.string().trim().max(500)

const IANA_ZONE = z.string().refine(isTimeZone, 'A time zone such as "Europe/Paris"')

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const GroupingKind = z.enum(['pharmacy', 'laboratory'])
export type GroupingKind = z.infer<typeof GroupingKind>
export const VatRegime = z.enum(['exempt', 'taxed'])

export const CreateGroupingInput = z.strictObject({
  kind: GroupingKind,
  /** Printed in document numbers. */
  code: z.string().regex(/^[A-Z0-9-]{2,16}$/, 'Capitals and digits such as "PUI-92"'),
  name: Name,
  legalForm: Name,
  address: Text.min(1),
  phone: Phone,
  timeZone: IANA_ZONE.default('Europe/Paris'),
  vatRegime: VatRegime.default('exempt'),
  legalMention: Text.min(1),
  responsibleName: Name,
  responsiblePhone: Phone,
  isDemo: z.boolean().default(false),
})
export type CreateGroupingInput = z.input<typeof CreateGroupingInput>

export const ChangeGroupingInput = z
  .strictObject({
    name: Name,
    legalForm: Name,
    address: Text.min(1),
    phone: Phone,
    vatRegime: VatRegime,
    legalMention: Text,
    responsibleName: Name,
    responsiblePhone: Phone,
    hubEstablishmentId: EstablishmentId,
  })
  .partial()
export type ChangeGroupingInput = z.infer<typeof ChangeGroupingInput>

export const GroupingView = z
  .object({
    id: GroupingId,
    kind: GroupingKind,
    code: z.string(),
    name: z.string(),
    legalForm: z.string(),
    address: z.string(),
    phone: z.string(),
    hubEstablishmentId: EstablishmentId.optional(),
    hubEstablishmentName: z.string().optional(),
    timeZone: z.string(),
    vatRegime: VatRegime,
    legalMention: z.string(),
    responsibleName: z.string(),
    responsiblePhone: z.string(),
    isDemo: z.boolean(),
    createdAt: InstantView,
  })
  .meta({ ref: 'Grouping' })
export type GroupingView = z.infer<typeof GroupingView>

/** What a site is, in the words of its own people: MCO, SMR, EHPAD, HAD… It decides nothing by itself. */
const EstablishmentKind = z.string().trim().min(1).max(40)

const EstablishmentFields = z.strictObject({
  name: Name,
  shortName: ShortName,
  kind: EstablishmentKind,
  finessEt: Finess.optional(),
  finessEj: Finess.optional(),
  siret: Siret.optional(),
  addressLine: Text.min(1),
  postalCode: z.string().regex(/^\d{5}$/, 'A postal code is 5 digits'),
  town: Name,
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  phone: Phone.optional(),
})

/** What an establishment takes part in, such as "supply" or "specimens". */
const Activities = z.array(z.string().trim().min(1).max(40)).max(20)

export const CreateEstablishmentInput = EstablishmentFields.extend({
  groupingId: GroupingId,
  fromOn: CalendarDate,
  activities: Activities.default([]),
  isFictitious: z.boolean().default(false),
})
export type CreateEstablishmentInput = z.output<typeof CreateEstablishmentInput>

export const ChangeEstablishmentInput = EstablishmentFields.partial()
export type ChangeEstablishmentInput = z.infer<typeof ChangeEstablishmentInput>

const MembershipFacts = z.object({
  id: MembershipId,
  groupingId: GroupingId,
  fromOn: CalendarDate,
  toOn: CalendarDate.optional(),
  activities: z.array(z.string()),
  /** Rank of the member wherever members are listed or cents are left over. */
  memberOrder: z.int(),
  /** Today, in the grouping's time zone. */
  isInForce: z.boolean(),
})

export const EstablishmentView = z
  .object({
    id: EstablishmentId,
    name: z.string(),
    shortName: z.string(),
    kind: EstablishmentKind,
    finessEt: z.string().optional(),
    finessEj: z.string().optional(),
    siret: z.string().optional(),
    addressLine: z.string(),
    postalCode: z.string(),
    town: z.string(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    phone: z.string().optional(),
    isFictitious: z.boolean(),
    memberships: z.array(MembershipFacts),
  })
  .meta({ ref: 'Establishment' })
export type EstablishmentView = z.infer<typeof EstablishmentView>

export const ListEstablishmentsQuery = PageQuery.extend({ groupingId: GroupingId.optional() })
export type ListEstablishmentsQuery = z.infer<typeof ListEstablishmentsQuery>

export const CareUnitInput = z.strictObject({
  code: z.string().trim().min(1).max(20),
  name: Name,
})
export type CareUnitInput = z.infer<typeof CareUnitInput>
export const CareUnitView = CareUnitInput.extend({
  id: CareUnitId,
  establishmentId: EstablishmentId,
}).meta({ ref: 'CareUnit' })
export type CareUnitView = z.infer<typeof CareUnitView>

export const DeliveryPointInput = z
  .strictObject({
    name: Name,
    instructions: Text.default(''),
    opensAt: LocalTime,
    closesAt: LocalTime,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    error: 'Closes after it opens',
  })
export type DeliveryPointInput = z.output<typeof DeliveryPointInput>
export const DeliveryPointView = z
  .object({
    id: DeliveryPointId,
    establishmentId: EstablishmentId,
    name: z.string(),
    instructions: z.string(),
    opensAt: LocalTime,
    closesAt: LocalTime,
  })
  .meta({ ref: 'DeliveryPoint' })
export type DeliveryPointView = z.infer<typeof DeliveryPointView>

/** An establishment already known to the caller, or one of another grouping by its public number. */
export const AddMembershipInput = z
  .strictObject({
    groupingId: GroupingId,
    establishmentId: EstablishmentId.optional(),
    finessEt: Finess.optional(),
    fromOn: CalendarDate,
    toOn: CalendarDate.optional(),
    activities: Activities.default([]),
  })
  .refine((input) => (input.establishmentId === undefined) !== (input.finessEt === undefined), {
    path: ['establishmentId'],
    error: 'Give either establishmentId or finessEt',
  })
  .refine(({ fromOn, toOn }) => toOn === undefined || toOn >= fromOn, {
    path: ['toOn'],
    error: 'The last day comes after the first',
  })
export type AddMembershipInput = z.output<typeof AddMembershipInput>

export const EndMembershipInput = z.strictObject({
  /** The last day of membership, included. */
  toOn: CalendarDate,
})
export type EndMembershipInput = z.infer<typeof EndMembershipInput>

export const MembershipView = MembershipFacts.extend({
  establishment: z.object({
    id: EstablishmentId,
    name: z.string(),
    shortName: z.string(),
    kind: EstablishmentKind,
    town: z.string(),
    finessEt: z.string().optional(),
  }),
}).meta({ ref: 'Membership' })
export type MembershipView = z.infer<typeof MembershipView>

export const ListMembershipsQuery = PageQuery.extend({
  groupingId: GroupingId,
  /** Only those in force that day. */
  on: CalendarDate.optional(),
})
export type ListMembershipsQuery = z.infer<typeof ListMembershipsQuery>
