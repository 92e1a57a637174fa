import { z } from 'zod'
import { Email, Password } from '../access/index.js'
import { CalendarDate, InstantView } from '../kernel/calendar.js'
import { EstablishmentId, GroupingId, RoleGrantId, UserId } from '../kernel/ids.js'
import { PageQuery } from '../kernel/paging.js'
import { Role } from '../kernel/roles.js'

/** Roles that belong to the grouping as a whole: held at one establishment they would mean nothing. */
const HUB_ONLY: ReadonlySet<Role> = new Set(['administrator', 'head-pharmacist'])
/** Roles that belong to a member's site. */
const SITE_ONLY: ReadonlySet<Role> = new Set(['requester', 'receiver'])

const RoleFields = z.strictObject({
  role: Role,
  establishmentId: EstablishmentId.optional(),
  fromOn: CalendarDate.optional(),
  /** The last day, included. */
  toOn: CalendarDate.optional(),
})
type RoleFields = z.infer<typeof RoleFields>

function checkRole({ role, establishmentId, fromOn, toOn }: RoleFields): FieldIssue | undefined {
  if (establishmentId !== undefined && HUB_ONLY.has(role)) {
    return { path: 'establishmentId', message: `${role} is held for the whole grouping` }
  }
  if (establishmentId === undefined && SITE_ONLY.has(role)) {
    return { path: 'establishmentId', message: `${role} is held at an establishment: name it` }
  }
  if (toOn !== undefined && fromOn !== undefined && toOn < fromOn) {
    return { path: 'toOn', message: 'The last day comes after the first' }
  }
  return undefined
}
interface FieldIssue {
  readonly path: string
  readonly message: string
}

const checked = <Schema extends z.ZodType<RoleFields>>(schema: Schema) =>
  schema.superRefine((input, { addIssue }) => {
    const issue = checkRole(input)
    if (issue) addIssue({ code: 'custom', path: [issue.path], message: issue.message })
  })

const RoleInput = checked(RoleFields)

export const CreateUserInput = z
  .strictObject({
    groupingId: GroupingId,
    /** A machine has neither e-mail nor password: API keys act for it. */
    kind: z.enum(['person', 'machine']).default('person'),
    email: Email.optional(),
    displayName: z.string().trim().min(1).max(120),
    jobTitle: z.string().trim().max(120).default(''),
    /** Omitted for people who sign in through their identity provider only. */
    password: Password.optional(),
    roles: z.array(RoleInput).min(1, 'At least one role').max(20),
  })
  .superRefine(({ kind, email, password }, { addIssue }) => {
    if (kind === 'person' && email === undefined) {
      addIssue({ code: 'custom', path: ['email'], message: 'A person has an e-mail address' })
    }
    if (kind === 'machine' && (email !== undefined || password !== undefined)) {
      addIssue({
        code: 'custom',
        path: ['kind'],
        message: 'A machine has no e-mail and no password',
      })
    }
  })
export type CreateUserInput = z.output<typeof CreateUserInput>

export const ResetPasswordInput = z.strictObject({ password: Password })
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>

export const GrantRoleInput = checked(RoleFields.extend({ groupingId: GroupingId }))
export type GrantRoleInput = z.infer<typeof GrantRoleInput>

/** A colleague who already works for another grouping is found by the address they sign in with. */
export const GrantRoleByEmailInput = checked(
  RoleFields.extend({ groupingId: GroupingId, email: Email }),
)
export type GrantRoleByEmailInput = z.infer<typeof GrantRoleByEmailInput>

export const RevokeRoleInput = z.strictObject({
  /** The last day the role counts; without it, the role ends at once. */
  toOn: CalendarDate.optional(),
})
export type RevokeRoleInput = z.infer<typeof RevokeRoleInput>

export const RoleGrantView = z
  .object({
    id: RoleGrantId,
    userId: UserId,
    role: Role,
    groupingId: GroupingId,
    groupingName: z.string(),
    establishmentId: EstablishmentId.optional(),
    establishmentName: z.string().optional(),
    fromOn: CalendarDate,
    toOn: CalendarDate.optional(),
  })
  .meta({ ref: 'RoleGrant' })
export type RoleGrantView = z.infer<typeof RoleGrantView>

export const UserView = z
  .object({
    id: UserId,
    email: z.string(),
    displayName: z.string(),
    jobTitle: z.string(),
    kind: z.enum(['person', 'machine']),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    disabledAt: InstantView.optional(),
    createdAt: InstantView,
    /** Those in the groupings the caller may see, ended ones included. */
    grants: z.array(RoleGrantView),
  })
  .meta({ ref: 'User' })
export type UserView = z.infer<typeof UserView>

export const ListUsersQuery = PageQuery.extend({ groupingId: GroupingId })
export type ListUsersQuery = z.infer<typeof ListUsersQuery>
