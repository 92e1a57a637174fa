import { expect, test } from 'vitest'
import { openAccessWorld, PASSWORD } from './access-world.js'

test.each([
  [undefined, 401, 'invalid-credentials'],
  [false, 401, 'invalid-credentials'],
  [true, 200, undefined],
])(
  'with demo mode %j, a demo account with the right password gets %i',
  async (acceptsDemoAccounts, status, code) => {
    const world = await openAccessWorld({ acceptsDemoAccounts })
    const { userId, email } = await world.person()
    await world.owner.prisma.appUser.update({ where: { id: userId }, data: { isDemo: true } })

    const answer = await world.send('/api/auth/sign-in/email', {
      body: { email, password: PASSWORD },
    })

    expect(answer.status).toBe(status)
    expect(answer.body.code).toBe(code)
    await world.close()
  },
)

test.each([
  [true, ['demo@navette.demo']],
  [false, undefined],
])(
  'with demo mode %j, the sign-in screen offers the demo accounts that are there: %j',
  async (acceptsDemoAccounts, offered) => {
    const persona = { email: 'demo@navette.demo', displayName: 'Demo', jobTitle: 'Tout' }
    const absent = { ...persona, email: 'absent@navette.demo' }
    const demo = { password: PASSWORD, personas: [persona, absent] }
    const world = await openAccessWorld({ acceptsDemoAccounts, demo })
    const { userId } = await world.person()
    await world.owner.prisma.appUser.update({
      where: { id: userId },
      data: { isDemo: true, email: persona.email },
    })

    const { status, body } = await world.send('/api/auth/methods', { method: 'GET' })

    expect([status, body.oidc]).toEqual([200, false])
    expect(body.demo?.personas.map(({ email }: { email: string }) => email)).toEqual(offered)
    await world.close()
  },
)
