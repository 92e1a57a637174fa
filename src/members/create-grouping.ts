import { recordAudit } from '../audit/index.js'
import type { Clock } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { GroupingId, newId } from '../kernel/ids.js'
import type { Database } from '../platform/db/client.js'
import { violates } from '../platform/db/sql-errors.js'
import { founding } from './found.js'
import { groupingView } from './groupings.js'
import { CreateGroupingInput, type GroupingView } from './schema.js'

/**
 * Founds a grouping: an act of whoever runs the installation, from the command line, never of a user.
 * @throws ZodError · DomainError `duplicate` the code is taken
 */
export async function createGrouping(
  db: Database,
  clock: Clock,
  input: CreateGroupingInput,
): Promise<GroupingView> {
  const grouping = CreateGroupingInput.parse(input)
  const id = newId(GroupingId)
  try {
    return await founding({ db, clock }, id, async (tx, ctx) => {
      await tx.grouping.createMany({ data: { ...grouping, id, createdAt: clock() } })
      await recordAudit(tx, ctx, {
        groupingId: id,
        action: 'grouping.created',
        subjectType: 'grouping',
        subjectId: id,
        details: { code: grouping.code, name: grouping.name },
      })
      return groupingView(tx, id)
    })
  } catch (error) {
    if (!violates(error, 'grouping_code_key')) throw error
    throw new DomainError('duplicate', `A grouping already has the code ${grouping.code}`)
  }
}
