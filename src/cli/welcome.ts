import { DEMO_DOMAIN, demoSignIn } from '../demo/index.js'
import type { Runtime } from '../start/runtime.js'

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
  const { password, personas } = demoSignIn()
  const accounts = personas.map(({ email, jobTitle }) => `  ${email.padEnd(28)} ${jobTitle}`)
  return [
    '',
    `Comptes de démonstration, mot de passe ${password} :`,
    ...accounts,
    '',
    'Pour commencer : ouvrez cette adresse et choisissez un rôle.',
    'Par programme :',
    `  curl -s ${address}/api/auth/sign-in/email -H 'content-type: application/json' \\`,
    `    -d '{"email":"pharmacien@${DEMO_DOMAIN}","password":"${password}"}'`,
    `  puis, avec le jeton reçu : curl -s -H 'authorization: Bearer …' '${address}/api/v1/orders?state=submitted'`,
  ]
}
