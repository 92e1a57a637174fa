import { text } from 'node:stream/consumers'
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
export async function userCommand({
  grouping,
  email,
  name,
  json,
}: NewAdministrator): Promise<number> {
  const password = (await text(process.stdin)).trim()
  return withRuntime(async (runtime) => {
    const groupingId = await groupingByCode(runtime, grouping)
    const user = await createFirstAdministrator(runtime, {
      groupingId,
      email,
      displayName: name,
      password,
    })
    report(user, { json, text: () => `${email} : administrateur de ${grouping}` })
    return EXIT.done
  })
}
