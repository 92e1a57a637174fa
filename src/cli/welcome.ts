import { ACCOUNTS, DEMO_DOMAIN, DEMO_PASSWORD } from '../demo/index.js'
import type { Runtime } from '../start/runtime.js'

const PRINTED_ACCOUNTS = 11

/** The address, the demo accounts and what to try first. */
export async function welcome({ config, queues }: Runtime): Promise<string> {
  const backend = queues.kind === 'redis' ? 'Redis' : 'PostgreSQL'
  const lines = [
    '',
    `Navette est prête : ${config.publicUrl}`,
    `Documentation de l’API : ${config.publicUrl}/docs`,
  ]
  if (!config.demo) return `${[...lines, `Tâches sur ${backend}.`].join('\n')}\n\n`
  const accounts = ACCOUNTS.slice(0, PRINTED_ACCOUNTS).map(
    ({ login, jobTitle }) => `  ${`${login}@${DEMO_DOMAIN}`.padEnd(28)} ${jobTitle}`,
  )
  return `${[
    ...lines,
    '',
    `Comptes de démonstration, mot de passe ${DEMO_PASSWORD} :`,
    ...accounts,
    '',
    'Pour commencer :',
    `  curl -s ${config.publicUrl}/api/auth/sign-in/email -H 'content-type: application/json' \\`,
    `    -d '{"email":"pharmacien@${DEMO_DOMAIN}","password":"${DEMO_PASSWORD}"}'`,
    `  puis, avec le jeton reçu : curl -s -H 'authorization: Bearer …' '${config.publicUrl}/api/v1/orders?state=submitted'`,
    '',
    'Ctrl-C arrête tout.',
    '',
  ].join('\n')}\n`
}
