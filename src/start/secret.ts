import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.js'

/**
 * The secret that keys sessions, stored TOTP seeds and the application role's password: from the
 * environment, or, on a single machine, made once and kept beside the data.
 */
export function loadSecret(config: Config): string {
  if (config.secret !== undefined) return config.secret
  const file = join(config.dataFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()

  mkdirSync(config.dataFolder, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}
