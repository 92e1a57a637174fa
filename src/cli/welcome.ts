import { ACCOUNTS, DEMO_DOMAIN, DEMO_PASSWORD } from '../demo/index.js'
import type { Runtime } from '../start/runtime.js'

const PRINTED_ACCOUNTS = 11

/** What a program that waits for the start needs to know. */
export const readiness = ({ config, queues }: Runtime) => ({
  state: 'ready',
  address: config.publicUrl,
  documentation: `${config.publicUrl}/docs`,
  queues: queues.kind,
  demo: config.demo,
})

/** The address, the demo accounts and what to try first. */
export function welcome(runtime: Runtime, hasDemo: boolean): string {
  const { config, queues } = runtime
  const lines = [
    '',
    `Navette est prête : ${config.publicUrl}`,
    `Documentation de l’API : ${config.publicUrl}/docs`,
    `Tâches : sur ${queues.kind === 'redis' ? 'Redis' : 'PostgreSQL'}`,
    ...(hasDemo ? demoLines(config.publicUrl) : []),
    '',
    'Ctrl-C arrête tout.',
    '',
  ]
  return lines.join('\n')
}

function demoLines(address: string): string[] {
  const accounts = ACCOUNTS.slice(0, PRINTED_ACCOUNTS).map(
    ({ login, jobTitle }) => `  ${`${login}@${DEMO_DOMAIN}`.padEnd(28)} ${jobTitle}`,
  )
  return [
    '',
    `Comptes de démonstration, mot de passe ${DEMO_PASSWORD} :`,
    ...accounts,
    '',
    'Pour commencer :',
    `  curl -s ${address}/api/auth/sign-in/email -H 'content-type: application/json' \\`,
    `    -d '{"email":"pharmacien@${DEMO_DOMAIN}","password":"${DEMO_PASSWORD}"}'`,
    `  puis, avec le jeton reçu : curl -s -H 'authorization: Bearer …' '${address}/api/v1/orders?state=submitted'`,
  ]
}
