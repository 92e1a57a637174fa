import { type Renderer, rendersTheSame } from '../documents/index.js'
import { DocumentId } from '../kernel/ids.js'
import type { Database } from '../platform/db/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { Findings } from './checks.js'
import type { DocumentSampling, Violation } from './report.js'
import { tell } from './rules.js'

/** Of each kind, as many, spread over its whole history: the first, the last and some between. */
const SAMPLE_PER_KIND = 4

/** The documents to draw again: all that have bytes, or a sample that is the same every time. */
export async function documentsToDraw(tx: Tx, sampling: DocumentSampling): Promise<DocumentId[]> {
  if (sampling === 'none') return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with drawn as (
      select document.id, document.kind,
        row_number() over (partition by kind order by issued_at, document.id) as place,
        count(*) over (partition by kind) as total
      from document join document_content on document_content.document_id = document.id)
    select id from drawn
    where ${sampling === 'all'} or total <= ${SAMPLE_PER_KIND}
      or (place - 1) % greatest((total - 1) / (${SAMPLE_PER_KIND} - 1), 1) = 0
    order by kind, place`
  return rows.map(({ id }) => DocumentId.parse(id))
}

interface Redrawing {
  readonly render: Renderer
  readonly onDrawn: (done: number, total: number) => void
}

/** Draws documents again and compares hashes. Their data never changes, so no snapshot is held open. */
export async function redrawnViolations(
  db: Database,
  ids: readonly DocumentId[],
  { render, onDrawn }: Redrawing,
): Promise<Findings> {
  const violations: Violation[] = []
  for (const [index, id] of ids.entries()) {
    const message = await whatDiffers(db, id, render)
    if (message !== undefined) violations.push({ rule: 'renders-the-same', subject: id, message })
    onDrawn(index + 1, ids.length)
  }
  return { violations, checked: { 'renders-the-same': ids.length } }
}

async function whatDiffers(
  db: Database,
  id: DocumentId,
  render: Renderer,
): Promise<string | undefined> {
  try {
    const isSame = await rendersTheSame(db.prisma, id, render)
    return isSame === false
      ? tell({ rule: 'renders-the-same', expected: '', found: '' })
      : undefined
  } catch (error) {
    return `It cannot be drawn any more: ${error instanceof Error ? error.message : String(error)}`
  }
}
