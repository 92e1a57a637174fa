import { stdin } from 'node:process'
import { text } from 'node:stream/consumers'
import { ConfigError } from '../config.js'
import { createFirstAdministrator } from '../members/index.js'
import { EXIT, report } from './report.js'
import { groupingByCode, withRuntime } from './with-runtime.js'

interface NewAdministrator {
  readonly grouping: string
  readonly email: string
  readonly name: string
  readonly json: boolean
}

/** `navette user create-administrator`: the password comes by standard input, never by the command line. */
export async function createAdministratorCommand(wanted: NewAdministrator): Promise<number> {
  const password = await passwordFromInput()
  const { grouping, email, name, json } = wanted
  return withRuntime(async (runtime) => {
    const groupingId = await groupingByCode(runtime, grouping)
    const user = await createFirstAdministrator(runtime, {
      groupingId,
      email,
      displayName: name,
      password,
    })
    report(user, { json, text: () => `${email} administre désormais ${grouping}.` })
    return EXIT.done
  })
}

/** On a terminal it would be shown as it is typed. */
async function passwordFromInput(): Promise<string> {
  if (!stdin.isTTY) return (await text(stdin)).trim()
  throw new ConfigError(
    'Le mot de passe se lit sur l’entrée standard : navette user create-administrator … < fichier.',
  )
}
