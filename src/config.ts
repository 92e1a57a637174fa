import { homedir } from 'node:os'
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

/** An empty variable in a compose file means «not set». */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const flag = z
  .enum(['true', 'false', '1', '0'], 'indiquez true ou false')
  .transform((value) => value === 'true' || value === '1')

const wholeNumber = (min: number, max: number) => {
  const error = `indiquez un nombre entier de ${min} à ${max}`
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error))
}

const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `indiquez une adresse telle que ${example}` })
const webUrl = (example: string) => url(/^https?$/, example)
const databaseUrl = url(/^postgres(ql)?$/, 'postgresql://navette@serveur:5432/navette')

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Every environment variable Navette reads. The README's table is checked against this. */
const Environment = z
  .object({
    PORT: optional(wholeNumber(0, 65_535)),
    HOST: optional(z.string()),
    PUBLIC_URL: optional(webUrl('https://navette.exemple.fr')),
    TRUSTED_PROXY_HOPS: optional(wholeNumber(0, 10)),
    NAVETTE_DATA: optional(z.string()),
    NAVETTE_DEMO: optional(flag),
    NAVETTE_DEMO_DATE: optional(z.iso.date('indiquez un jour tel que 2026-03-31')),
    NAVETTE_SECRET: optional(z.string().min(32, 'indiquez au moins 32 caractères')),
    NAVETTE_LOG_LEVEL: optional(z.enum(LOG_LEVELS, `indiquez ${LOG_LEVELS.join(', ')}`)),
    NAVETTE_SESSION_IDLE_MINUTES: optional(wholeNumber(1, 720)),
    NAVETTE_CHECK_REPLIES: optional(flag),
    DATABASE_URL: optional(databaseUrl),
    DATABASE_APP_URL: optional(databaseUrl),
    DATABASE_CONNECTIONS: optional(wholeNumber(4, 200)),
    REDIS_URL: optional(url(/^rediss?$/, 'redis://serveur:6379')),
    STORAGE_URL: optional(z.string()),
    AWS_ACCESS_KEY_ID: optional(z.string()),
    AWS_SECRET_ACCESS_KEY: optional(z.string()),
    AWS_SESSION_TOKEN: optional(z.string()),
    OIDC_ISSUER: optional(webUrl('https://fournisseur.exemple.fr')),
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

/** Keys of the object storage that are not written in its address. */
export interface StorageCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The settings of one process, checked and frozen. Absent `databaseUrl` means the embedded PostgreSQL. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  /** Reverse proxies in front of us that append the caller's address to X-Forwarded-For. */
  readonly trustedProxyHops: number
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
  readonly storageCredentials: StorageCredentials | undefined
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
      `La variable ${unknown} est inconnue : corrigez son nom ou retirez-la ; le README donne toutes celles que Navette lit.`,
    )
  }
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    // Its name only: a value may be a secret.
    const [issue] = parsed.error.issues
    throw new ConfigError(
      `La variable ${issue?.path.join('.')} est inutilisable : ${issue?.message}.`,
    )
  }
  return toConfig(parsed.data)
}

function toConfig(values: z.infer<typeof Environment>): Config {
  const usesEmbedded = values.DATABASE_URL === undefined && values.DATABASE_APP_URL === undefined
  if (!usesEmbedded && values.NAVETTE_SECRET === undefined) {
    throw new ConfigError(
      'NAVETTE_SECRET manque : avec DATABASE_URL, donnez à tous les processus le même secret d’au moins 32 caractères (openssl rand -base64 32).',
    )
  }
  const port = values.PORT ?? 3000
  return Object.freeze({
    host: values.HOST ?? '0.0.0.0',
    port,
    publicUrl: values.PUBLIC_URL ?? localUrl(port),
    trustedProxyHops: values.TRUSTED_PROXY_HOPS ?? 0,
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
    storageUrl: storageUrl(values.STORAGE_URL),
    storageCredentials: storageCredentials(values),
    oidc: oidcConfig(values),
  })
}

const localUrl = (port: number): string => `http://localhost:${port}`

/** The same settings once the system has chosen the port that PORT=0 leaves to it. */
export const listeningOn = (config: Config, port: number): Config =>
  port === config.port
    ? config
    : Object.freeze({
        ...config,
        port,
        publicUrl: config.publicUrl === localUrl(config.port) ? localUrl(port) : config.publicUrl,
      })

/** Whether whoever runs us wants to read how a failure came about. */
export const wantsStacks = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['NAVETTE_LOG_LEVEL'] === 'debug' || env['NAVETTE_LOG_LEVEL'] === 'trace'

/** @throws ConfigError in one sentence that never repeats the keys an address may carry */
function storageUrl(value: string | undefined): string | undefined {
  if (value === undefined || isAbsolute(value)) return value
  const protocol = URL.canParse(value) ? new URL(value).protocol : ''
  if (protocol === 's3:' || protocol === 'file:') return value
  throw new ConfigError(
    'La variable STORAGE_URL est inutilisable : indiquez un chemin absolu, file:///chemin ou s3://serveur/seau.',
  )
}

function storageCredentials(values: z.infer<typeof Environment>): StorageCredentials | undefined {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = values
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
}

function oidcConfig(values: z.infer<typeof Environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      'OIDC_ISSUER, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET vont ensemble : donnez les trois ou aucune.',
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
