import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '../config.js'

const SECRET_LENGTH_MIN = 32

/**
 * The secret that keys sessions, stored TOTP seeds and the application role's password: from the
 * environment, or, on a single machine, made once and kept beside the data.
 * @throws ConfigError when the kept file was damaged · the system's error when it cannot be kept
 */
export function loadSecret(config: Config): string {
  if (config.secret !== undefined) return config.secret
  const file = join(config.dataFolder, 'secret')
  mkdirSync(config.dataFolder, { recursive: true })
  if (!existsSync(file)) keepNewSecret(file)

  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= SECRET_LENGTH_MIN) return secret
  throw new ConfigError(
    `Le fichier ${file} est abîmé : remettez celui de votre sauvegarde, ou donnez le secret avec NAVETTE_SECRET.`,
  )
}

/** Linked under its name once whole: a full disk or another start never leaves half a secret. */
function keepNewSecret(file: string): void {
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    linkSync(draft, file)
  } catch (error) {
    const anotherWasFirst = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!anotherWasFirst) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
