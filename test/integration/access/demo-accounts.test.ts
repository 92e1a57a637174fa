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
