import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as jose from 'jose'

/** What the provider is told to do wrong, or to say of the person. */
export interface Persona {
  sub: string
  acr?: string | undefined
  /** In the identity token. */
  subjectNameId?: string | undefined
  /** At the userinfo endpoint only. */
  userinfoSubjectNameId?: string | undefined
  nonce?: string
  audience?: string
  forgesSignature?: boolean
}

export interface FakeProvider {
  readonly issuer: string
  /** Consents for this person: follows an authorization address and gives the callback's. */
  consent(authorizationUrl: string, persona: Persona): URL
  stop(): Promise<void>
}

interface Grant {
  persona: Persona
  nonce: string
  challenge: string
}

/** An OpenID provider on this machine: a true edge, so it is the one thing that is faked. */
export async function startFakeProvider(clientId: string): Promise<FakeProvider> {
  const [keys, otherKeys] = [
    await jose.generateKeyPair('RS256'),
    await jose.generateKeyPair('RS256'),
  ]
  const jwk = { ...(await jose.exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const grants = new Map<string, Grant>()
  const tokens = new Map<string, Persona>()
  let issuer = ''

  const provider = new Hono()
  provider.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/certs`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  )
  provider.get('/certs', (c) => c.json({ keys: [jwk] }))
  provider.get('/userinfo', (c) => {
    const persona = tokens.get((c.req.header('authorization') ?? '').replace('Bearer ', ''))
    return c.json({ sub: persona?.sub, SubjectNameID: persona?.userinfoSubjectNameId })
  })
  provider.post('/token', async (c) => {
    const form = await c.req.parseBody()
    const grant = grants.get(String(form['code']))
    grants.delete(String(form['code']))
    const challenge = createHash('sha256').update(String(form['code_verifier'])).digest('base64url')
    if (grant?.challenge !== challenge) return c.json({ error: 'invalid_grant' }, 400)
    const { persona } = grant
    const accessToken = `at-${tokens.size}`
    tokens.set(accessToken, persona)
    const idToken = await new jose.SignJWT({
      nonce: persona.nonce ?? grant.nonce,
      acr: persona.acr,
      SubjectNameID: persona.subjectNameId,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(persona.audience ?? clientId)
      .setSubject(persona.sub)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign((persona.forgesSignature === true ? otherKeys : keys).privateKey)
    return c.json({
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: 60,
      id_token: idToken,
    })
  })

  const server = serve({ fetch: provider.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    consent(authorizationUrl, persona) {
      const asked = new URL(authorizationUrl).searchParams
      const code = `code-${grants.size}-${asked.get('state')}`
      grants.set(code, {
        persona,
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
      })
      const callback = new URL(asked.get('redirect_uri') ?? '')
      callback.searchParams.set('code', code)
      callback.searchParams.set('state', asked.get('state') ?? '')
      return callback
    },
    stop: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
