import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

/** An empty variable in a compose file means «not set». */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1')
const port = z.coerce.number().int().min(0).max(65_535)

/** Every environment variable Navette reads. The README's table is checked against this. */
const Environment = z
  .object({
    PORT: optional(port),
    HOST: optional(z.string()),
    PUBLIC_URL: optional(z.url()),
    NAVETTE_DATA: optional(z.string()),
    NAVETTE_DEMO: optional(flag),
    NAVETTE_DEMO_DATE: optional(z.iso.date()),
    NAVETTE_SECRET: optional(z.string().min(32, 'at least 32 characters')),
    NAVETTE_LOG_LEVEL: optional(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    ),
    NAVETTE_SESSION_IDLE_MINUTES: optional(z.coerce.number().int().min(1).max(720)),
    NAVETTE_CHECK_REPLIES: optional(flag),
    DATABASE_URL: optional(z.url()),
    DATABASE_APP_URL: optional(z.url()),
    DATABASE_CONNECTIONS: optional(z.coerce.number().int().min(4).max(200)),
    REDIS_URL: optional(z.url()),
    STORAGE_URL: optional(z.string()),
    OIDC_ISSUER: optional(z.url()),
    OIDC_CLIENT_ID: optional(z.string()),
    OIDC_CLIENT_SECRET: optional(z.string()),
    OIDC_ACR_VALUES: optional(z.string()),
    OIDC_SCOPE: optional(z.string()),
  })
  .readonly()

export const VARIABLES = Object.keys(Environment.unwrap().shape)

/** Variables of ours that are misspelt: `NAVETTE_…` names that nothing reads. */
const unknownVariables = (env: NodeJS.ProcessEnv): string[] =>
  Object.keys(env).filter(
    (name) =>
      name.startsWith('NAVETTE_') && !VARIABLES.includes(name) && !name.startsWith('NAVETTE_TEST_'),
  )

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly acrValues: string
  readonly scope: string
}

/** The settings of one process, checked and frozen. Absent `databaseUrl` means the embedded PostgreSQL. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly dataFolder: string
  readonly demo: boolean
  readonly demoDate: string | undefined
  readonly secret: string | undefined
  readonly logLevel: string
  readonly sessionIdleMinutes: number
  readonly checksReplies: boolean
  readonly databaseUrl: string | undefined
  readonly databaseAppUrl: string | undefined
  readonly databaseConnections: number
  readonly redisUrl: string | undefined
  readonly storageUrl: string | undefined
  readonly oidc: OidcConfig | undefined
}

/** A setting that is wrong: the message is one sentence that says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads and checks the environment: the only reader of `process.env`.
 * @throws ConfigError naming the variable and the remedy
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const [unknown] = unknownVariables(env)
  if (unknown !== undefined) {
    throw new ConfigError(
      `The variable ${unknown} is unknown; the README lists every variable Navette reads.`,
    )
  }
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigError(`The variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`)
  }
  return toConfig(parsed.data)
}

function toConfig(values: z.infer<typeof Environment>): Config {
  const usesEmbedded = values.DATABASE_URL === undefined && values.DATABASE_APP_URL === undefined
  if (!usesEmbedded && values.NAVETTE_SECRET === undefined) {
    throw new ConfigError(
      'NAVETTE_SECRET must be set with DATABASE_URL: the same 32 characters or more for every process.',
    )
  }
  const listenPort = values.PORT ?? 3000
  return Object.freeze({
    host: values.HOST ?? '0.0.0.0',
    port: listenPort,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${listenPort}`,
    dataFolder: resolve(expandHome(values.NAVETTE_DATA ?? '.navette')),
    demo: values.NAVETTE_DEMO ?? usesEmbedded,
    demoDate: values.NAVETTE_DEMO_DATE,
    secret: values.NAVETTE_SECRET,
    logLevel: values.NAVETTE_LOG_LEVEL ?? (usesEmbedded ? 'warn' : 'info'),
    sessionIdleMinutes: values.NAVETTE_SESSION_IDLE_MINUTES ?? 15,
    checksReplies: values.NAVETTE_CHECK_REPLIES ?? usesEmbedded,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    databaseConnections: values.DATABASE_CONNECTIONS ?? 20,
    redisUrl: values.REDIS_URL,
    storageUrl: values.STORAGE_URL,
    oidc: oidcConfig(values),
  })
}

function oidcConfig(values: z.infer<typeof Environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none.',
    )
  }
  return {
    issuer,
    clientId,
    clientSecret,
    acrValues: values.OIDC_ACR_VALUES ?? 'eidas1',
    scope: values.OIDC_SCOPE ?? 'openid scope_all',
  }
}

const expandHome = (path: string): string => path.replace(/^~(?=\/|$)/, homedir())
