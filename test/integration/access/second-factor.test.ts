import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessWorld, codeAt, openAccessWorld, PASSWORD } from './access-world.js'

let world: AccessWorld
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())

const signIn = (email: string, totp?: string, password = PASSWORD) =>
  world.send('/api/auth/sign-in/email', {
    body: { email, password, ...(totp !== undefined && { totp }) },
  })

/** A person with a confirmed application; a minute later, so that their next code is a new one. */
async function protectedPerson() {
  const { email, userId } = await world.person()
  const token = await world.signedIn(email)
  const { body } = await world.send('/api/auth/totp/setup', { method: 'POST', token })
  const secret: string = body.secret
  const confirmed = await world.send('/api/auth/totp/confirm', {
    token,
    body: { code: codeAt(secret, world.clock.now()) },
  })
  expect(confirmed.status).toBe(204)
  world.clock.advance({ minutes: 1 })
  return { email, userId, token, secret }
}

test('an application is set up from its QR address, and counts once a first code is right', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)

  const { body } = await world.send('/api/auth/totp/setup', { method: 'POST', token })

  expect(body.uri).toMatch(/^otpauth:\/\/totp\/Navette:/)
  expect(body.uri).toContain(body.secret)
  expect((await signIn(email)).status).toBe(200)
  const wrong = await world.send('/api/auth/totp/confirm', { token, body: { code: '000000' } })
  expect(wrong.body.code).toBe('invalid-credentials')
  expect((await signIn(email)).status).toBe(200)
})

test('once it is on, the password alone asks for a code and opens nothing', async () => {
  const { email, secret } = await protectedPerson()

  const without = await signIn(email)
  expect(without.status).toBe(401)
  expect(without.body.code).toBe('second-factor-required')
  expect(without.headers.get('set-cookie')).toBeNull()
  expect((await signIn(email, undefined, 'non')).body.code).toBe('invalid-credentials')

  const { status, body } = await signIn(email, codeAt(secret, world.clock.now()))
  expect(status).toBe(200)
  const session = await world.send('/api/auth/session', { token: body.token })
  expect(session.body.secondFactor).toEqual({
    isEnabled: true,
    provenAt: world.clock.now().toISOString(),
  })
})

test('a code works once, and no older code works after it', async () => {
  const { email, secret } = await protectedPerson()
  const now = world.clock.now()
  const previous = codeAt(secret, new Date(now.getTime() - 30_000))
  const current = codeAt(secret, now)

  expect((await signIn(email, current)).status).toBe(200)

  expect((await signIn(email, current)).body.code).toBe('invalid-credentials')
  expect((await signIn(email, previous)).body.code).toBe('invalid-credentials')
})

test('the same code sent twice at the same moment opens one session', async () => {
  const { email, secret } = await protectedPerson()
  const code = codeAt(secret, world.clock.now())

  const answers = await Promise.all([signIn(email, code), signIn(email, code), signIn(email, code)])

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a telephone half a minute off still works, two minutes off does not', async () => {
  const { email, secret } = await protectedPerson()
  world.clock.advance({ minutes: 5 })
  const shifted = (seconds: number) =>
    codeAt(secret, new Date(world.clock.now().getTime() + seconds * 1000))

  expect((await signIn(email, shifted(120))).status).toBe(401)
  expect((await signIn(email, shifted(-120))).status).toBe(401)
  expect((await signIn(email, shifted(-30))).status).toBe(200)
})

test('knowing the password gives no free guesses at the code', async () => {
  const { email, secret } = await protectedPerson()
  for (let i = 0; i < 5; i++) {
    expect((await signIn(email)).body.code).toBe('second-factor-required')
    expect((await signIn(email, '000000')).body.code).toBe('invalid-credentials')
  }

  const sixth = await signIn(email, codeAt(secret, world.clock.now()))

  expect(sixth.body.code).toBe('account-locked')
})

test('turning it on ends the sessions that the password alone had opened', async () => {
  const { email } = await world.person()
  const [here, there] = [await world.signedIn(email), await world.signedIn(email)]
  const { body } = await world.send('/api/auth/totp/setup', { method: 'POST', token: here })

  await world.send('/api/auth/totp/confirm', {
    token: here,
    body: { code: codeAt(body.secret, world.clock.now()) },
  })

  expect((await world.send('/api/auth/session', { token: there })).status).toBe(401)
  const session = await world.send('/api/auth/session', { token: here })
  expect(session.body.secondFactor.provenAt).toBeDefined()
})

test('turning it off needs the password and a fresh code', async () => {
  const { email, secret, token } = await protectedPerson()
  const code = codeAt(secret, world.clock.now())
  const disable = (body: unknown) => world.send('/api/auth/totp/disable', { token, body })

  expect((await disable({ password: 'non', code })).status).toBe(401)
  expect((await disable({ password: PASSWORD, code: '000000' })).status).toBe(401)
  expect((await signIn(email)).body.code).toBe('second-factor-required')
  expect((await disable({ password: PASSWORD, code })).status).toBe(204)

  expect((await signIn(email)).status).toBe(200)
  expect((await disable({ password: PASSWORD, code })).body.code).toBe('wrong-state')
})

test('somebody at a borrowed screen cannot replace a second factor that is on', async () => {
  const { token } = await protectedPerson()

  const answer = await world.send('/api/auth/totp/setup', { method: 'POST', token })

  expect(answer.status).toBe(409)
  expect(answer.body.code).toBe('wrong-state')
})

test('the secret is sealed where it is stored, and opens for its own user only', async () => {
  const mine = await protectedPerson()
  const theirs = await protectedPerson()
  const rowOf = (id: string) => world.owner.prisma.appUser.findUniqueOrThrow({ where: { id } })
  expect((await rowOf(mine.userId)).totpSecret).not.toContain(mine.secret)

  // Somebody who can write to the table copies their own sealed secret over another's.
  const { totpSecret } = await rowOf(mine.userId)
  await world.owner.prisma.appUser.update({ where: { id: theirs.userId }, data: { totpSecret } })

  const answer = await signIn(theirs.email, codeAt(mine.secret, world.clock.now()))
  expect(answer.body.code).toBe('invalid-credentials')
})
