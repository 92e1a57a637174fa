import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { request } from './client.js'
import { sessionEnded } from './session-end.js'

let answer: Response
let told = 0
const unlisten = sessionEnded.listen(() => {
  told += 1
})

beforeEach(() => {
  told = 0
  vi.stubGlobal('fetch', async () => answer)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const refusal = (status: number, code: string) =>
  Response.json({ status, code, detail: 'Refused' }, { status })

test('a session that ended is said to the frame, once for each answer, whose body stays to be read', async () => {
  answer = refusal(401, 'unauthenticated')
  const response = await request('/api/v1/orders')

  expect(told).toBe(1)
  expect(await response.json()).toMatchObject({ code: 'unauthenticated' })
})

test('a wrong password or code on the account page is no end of the session', async () => {
  for (const code of ['invalid-credentials', 'second-factor-required']) {
    answer = refusal(401, code)
    const response = await request('/api/auth/password', { method: 'POST' })
    expect(await response.json()).toMatchObject({ code })
  }
  answer = refusal(403, 'forbidden')
  await request('/api/v1/orders')

  expect(told).toBe(0)
})

test('a frame that is gone is told nothing', async () => {
  unlisten()
  answer = refusal(401, 'unauthenticated')
  await request('/api/v1/orders')

  expect(told).toBe(0)
})
