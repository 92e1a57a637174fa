import { createGrouping } from '../members/index.js'
import { EXIT, report } from './report.js'
import { withRuntime } from './with-runtime.js'

type CreateGroupingInput = Parameters<typeof createGrouping>[2]

/** `navette grouping create`: an installation starts with it, then with its first administrator. */
export function createGroupingCommand(input: CreateGroupingInput, json: boolean): Promise<number> {
  return withRuntime(async ({ db, clock }) => {
    const grouping = await createGrouping(db, clock, input)
    report(grouping, {
      json,
      text: () =>
        `${grouping.name} est fondé sous le code ${grouping.code}. Il lui faut un administrateur : navette user create-administrator ${grouping.code} …`,
    })
    return EXIT.done
  })
}
