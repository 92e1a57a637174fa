import type { DemoSignIn } from '../access/index.js'
import { ACCOUNTS } from './data/accounts.js'
import { DEMO_DOMAIN, DEMO_PASSWORD } from './found-alliance.js'

/** The first accounts, one per role; the others act in the background. */
const PERSONAS = 11

/** What the sign-in screen of a demonstration offers, and what its start prints. */
export const demoSignIn = (): DemoSignIn => ({
  password: DEMO_PASSWORD,
  personas: ACCOUNTS.slice(0, PERSONAS).map(({ login, displayName, jobTitle }) => ({
    email: `${login}@${DEMO_DOMAIN}`,
    displayName,
    jobTitle,
  })),
})
