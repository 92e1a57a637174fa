import { z } from 'zod'
import { CalendarDate, InstantView } from '../kernel/calendar.js'
import { ApiKeyId, EstablishmentId, GroupingId, UserId } from '../kernel/ids.js'
import { Role } from '../kernel/roles.js'

/** E-mail addresses compare without case; stored in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('An e-mail address such as "c.durand@hopital.fr"'))

/** The ceiling keeps a megabyte from being hashed; strength is judged where a password is chosen. */
export const Password = z.string().min(1).max(256)
const TotpCode = z.string().regex(/^\d{6}$/, 'Six digits, as your application shows them')

export const SignInInput = z.strictObject({
  email: Email,
  password: Password,
  totp: TotpCode.optional(),
})
export type SignInInput = z.infer<typeof SignInInput>

export const SignedInView = z
  .object({
    user: z.object({ id: UserId, email: z.string(), displayName: z.string() }),
    /** For scripts and telephones: `Authorization: Bearer`. Browsers use the cookie. */
    token: z.string(),
  })
  .meta({ ref: 'SignedIn' })
export type SignedInView = z.infer<typeof SignedInView>

export const SignInMethodsView = z
  .object({
    /** An identity provider is set up: `/api/auth/oidc/start`. */
    oidc: z.boolean(),
    /** Only in a demonstration, whose accounts share a password that is no secret. */
    demo: z
      .object({
        password: z.string(),
        personas: z.array(
          z.object({ email: z.string(), displayName: z.string(), jobTitle: z.string() }),
        ),
      })
      .optional(),
  })
  .meta({ ref: 'SignInMethods' })
export type SignInMethodsView = z.infer<typeof SignInMethodsView>

const GrantInForceView = z.object({
  role: Role,
  groupingId: GroupingId,
  groupingName: z.string(),
  groupingKind: z.string(),
  establishmentId: EstablishmentId.optional(),
  establishmentName: z.string().optional(),
})

export const SessionView = z
  .object({
    user: z.object({ id: UserId, email: z.string(), displayName: z.string() }),
    grants: z.array(GrantInForceView),
    secondFactor: z.object({
      /** The account has a confirmed authenticator application. */
      isEnabled: z.boolean(),
      /** When this session proved a second factor. */
      provenAt: InstantView.optional(),
    }),
    openedAt: InstantView,
    /** The session ends at this instant unless a request comes before. */
    idleSeconds: z.int(),
    endsAt: InstantView,
  })
  .meta({ ref: 'Session' })
export type SessionView = z.infer<typeof SessionView>

export const ChangePasswordInput = z.strictObject({
  currentPassword: Password,
  newPassword: Password,
})
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>

export const TotpSetupView = z
  .object({ secret: z.string(), uri: z.string() })
  .meta({ ref: 'TotpSetup' })
export type TotpSetupView = z.infer<typeof TotpSetupView>

export const ConfirmTotpInput = z.strictObject({ code: TotpCode })
export type ConfirmTotpInput = z.infer<typeof ConfirmTotpInput>

export const DisableTotpInput = z.strictObject({ password: Password, code: TotpCode })
export type DisableTotpInput = z.infer<typeof DisableTotpInput>

/** `read`, `write`, then optionally the collections under /api/v1 the key is narrowed to. */
const ApiKeyScope = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '"read", "write" or a collection such as "orders"')

export const CreateApiKeyInput = z.strictObject({
  userId: UserId,
  name: z.string().trim().min(1).max(80),
  scopes: z
    .array(ApiKeyScope)
    .min(1)
    .max(20)
    .refine((scopes) => scopes.includes('read') || scopes.includes('write'), {
      error: 'Needs "read" or "write"',
    }),
  expiresOn: CalendarDate.optional(),
})
export type CreateApiKeyInput = z.infer<typeof CreateApiKeyInput>

export const ApiKeyView = z
  .object({
    id: ApiKeyId,
    name: z.string(),
    /** The start of the key: enough to recognise it, useless to sign in. */
    prefix: z.string(),
    userId: UserId,
    userDisplayName: z.string(),
    scopes: z.array(z.string()),
    expiresOn: CalendarDate.optional(),
    lastUsedAt: InstantView.optional(),
    revokedAt: InstantView.optional(),
    createdAt: InstantView,
  })
  .meta({ ref: 'ApiKey' })
export type ApiKeyView = z.infer<typeof ApiKeyView>

export const NewApiKeyView = ApiKeyView.extend({
  /** Shown this once: only its digest is kept. */
  secret: z.string(),
}).meta({ ref: 'NewApiKey' })
export type NewApiKeyView = z.infer<typeof NewApiKeyView>

export const LinkIdentityInput = z
  .strictObject({
    issuer: z.url(),
    subject: z.string().min(1).max(255),
  })
  .meta({ ref: 'LinkIdentityInput' })
export type LinkIdentityInput = z.infer<typeof LinkIdentityInput>
