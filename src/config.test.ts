import { describe, expect, test } from 'vitest'
import { ConfigError, listeningOn, readConfig, VARIABLES, wantsStacks } from './config.js'

const SECRET = 'a secret of at least 32 characters.'
const DATABASE_URL = 'postgresql://navette:motdepasse@db:5432/navette'

describe('the settings of one process', () => {
  test('on a single machine need nothing: the demo, its own database, port 3000', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      demo: true,
      databaseUrl: undefined,
      trustedProxyHops: 0,
    })
  })

  test('with a database of their own play no demo unless asked', () => {
    expect(readConfig({ DATABASE_URL, NAVETTE_SECRET: SECRET }).demo).toBe(false)
    expect(readConfig({ DATABASE_URL, NAVETTE_SECRET: SECRET, NAVETTE_DEMO: '1' }).demo).toBe(true)
  })

  test('take an empty variable for one that is not set', () => {
    const empty = Object.fromEntries(VARIABLES.map((name) => [name, '']))
    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  test('follow the port the system chose, unless the public address is given', () => {
    expect(listeningOn(readConfig({ PORT: '0' }), 4321)).toMatchObject({
      port: 4321,
      publicUrl: 'http://localhost:4321',
    })
    const behindProxy = readConfig({ PORT: '0', PUBLIC_URL: 'https://navette.exemple.fr' })
    expect(listeningOn(behindProxy, 4321).publicUrl).toBe('https://navette.exemple.fr')
  })

  test('show how a failure came about only where it is asked for', () => {
    expect(wantsStacks({})).toBe(false)
    expect(wantsStacks({ NAVETTE_LOG_LEVEL: 'debug' })).toBe(true)
  })
})

describe('a setting that is wrong', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: ' ' }, 'PORT'],
    [{ PUBLIC_URL: 'navette.exemple.fr' }, 'PUBLIC_URL'],
    [{ TRUSTED_PROXY_HOPS: '1.5' }, 'TRUSTED_PROXY_HOPS'],
    [{ NAVETTE_DEMO: 'oui' }, 'NAVETTE_DEMO'],
    [{ NAVETTE_DEMO_DATE: '31/03/2026' }, 'NAVETTE_DEMO_DATE'],
    [{ NAVETTE_LOG_LEVEL: 'loud' }, 'NAVETTE_LOG_LEVEL'],
    [{ NAVETTE_SECRET: 'court' }, 'NAVETTE_SECRET'],
    [{ DATABASE_URL: 'mysql://db/navette', NAVETTE_SECRET: SECRET }, 'DATABASE_URL'],
    [{ DATABASE_CONNECTIONS: '1' }, 'DATABASE_CONNECTIONS'],
    [{ REDIS_URL: 'http://redis' }, 'REDIS_URL'],
    [{ STORAGE_URL: 'documents' }, 'STORAGE_URL'],
    [{ DATABASE_URL }, 'NAVETTE_SECRET'],
    [{ NAVETTE_PORTS: '3000' }, 'NAVETTE_PORTS'],
    [{ OIDC_ISSUER: 'https://idp.exemple.fr' }, 'OIDC_CLIENT_ID'],
  ])('%o is refused in one sentence that names %s', (env, variable) => {
    const refusal = refusalOf(env)
    expect(refusal).toContain(variable)
    expect(refusal).toMatch(/^[A-Z][^\n]* : [^\n]+\.$|^[A-Z][^\n]* : [^\n]+\)\.$/)
  })

  test('is never repeated, because it may be a secret', () => {
    expect(refusalOf({ NAVETTE_SECRET: 'court' })).not.toContain('court')
    expect(refusalOf({ STORAGE_URL: 's4://clef:secret@seau' })).not.toContain('clef')
  })
})

function refusalOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new TypeError('Nothing was refused')
}
