import { queryOptions } from '@tanstack/react-query'
import type { CatalogueImportView } from '../../../../src/catalogue/import-schema.js'
import { api, read, request } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'

const WAIT_MS = 1_500

export const isUnderWay = ({ state }: CatalogueImportView): boolean =>
  state === 'queued' || state === 'running'

/** The last fifty, read again while one is under way. */
export const importsQuery = queryOptions({
  queryKey: ['catalogue-imports'],
  queryFn: () => read(api['catalogue-imports'].$get({ query: { limit: '50' } })),
  select: ({ items }) => items,
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? WAIT_MS : false),
})

export interface Edition {
  readonly name: string
  readonly files: readonly File[]
}

/** Sends the files of an edition together; the route takes a form, which the typed client does not. */
export async function sendEdition({ name, files }: Edition): Promise<void> {
  const body = new FormData()
  if (name.trim() !== '') body.set('name', name.trim())
  for (const file of files) body.append('files', file)
  const response = await request('/api/v1/catalogue-imports', { method: 'POST', body })
  if (!response.ok) throw await ApiProblem.from(response)
}
