import { queryOptions } from '@tanstack/react-query'
import type { ExamView, StabilityRuleView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string | undefined
}

/** A catalogue is read whole: a laboratory has hundreds of exams, not thousands. */
async function everyPage<Item>(page: (cursor: string | undefined) => Promise<Page<Item>>) {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const { items: more, nextCursor } = await page(cursor)
    items.push(...more)
    cursor = nextCursor
  } while (cursor !== undefined)
  return items
}

const LIMIT = '200'

export const examsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['exams', groupingId],
    queryFn: (): Promise<ExamView[]> =>
      everyPage((cursor) =>
        read(api.exams.$get({ query: { groupingId, limit: LIMIT, ...(cursor && { cursor }) } })),
      ),
  })

export const rulesQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['stability-rules', groupingId],
    queryFn: (): Promise<StabilityRuleView[]> =>
      everyPage((cursor) =>
        read(
          api['stability-rules'].$get({
            query: { groupingId, limit: LIMIT, ...(cursor && { cursor }) },
          }),
        ),
      ),
  })
