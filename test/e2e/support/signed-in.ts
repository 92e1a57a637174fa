import type { Browser } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { Login } from '../../../src/demo/cast.js'
import { openScreen, type Screen } from './browser.js'
import { credentialsOf } from './person.js'

type Options = Parameters<typeof openScreen>[1]

/** A screen in front of somebody of the demonstration, who has signed in. */
export async function screenOf(browser: Browser, login: Login, options?: Options): Promise<Screen> {
  const screen = await openScreen(browser, options)
  const answer = await screen.context.request.post('/api/auth/sign-in/email', {
    data: credentialsOf(login),
    headers: { origin: inject('e2eAddress') },
  })
  expect(answer.status()).toBe(200)
  return screen
}
