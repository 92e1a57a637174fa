import type { AuditEntryView } from '../../../../src/audit/schema.js'
import { useFormats } from '../../texts/formats.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { useActionWords } from './action-words.js'
import { useAuditTexts } from './texts.js'
import { useFacts } from './use-facts.js'

const SHOWN = 3
const ID_SHOWN = 8

export function useEntryColumns(): readonly Column<AuditEntryView>[] {
  const texts = useAuditTexts()
  const words = useActionWords()
  const formats = useFormats()
  const factsOf = useFacts()
  return [
    {
      key: 'at',
      header: texts('column.at'),
      sticky: true,
      cell: ({ at }) => <time dateTime={at}>{formats.dateTime(at)}</time>,
    },
    {
      key: 'who',
      header: texts('column.who'),
      cell: ({ actorName }) => actorName ?? texts('program'),
    },
    {
      key: 'what',
      header: texts('column.what'),
      cell: ({ action }) => words.word('action', action),
    },
    {
      key: 'subject',
      header: texts('column.subject'),
      cell: ({ subjectType, subjectId }) => (
        <span title={subjectId}>
          {words.word('subject', subjectType)}{' '}
          <span className="nv-code">…{subjectId.slice(-ID_SHOWN)}</span>
        </span>
      ),
    },
    {
      key: 'details',
      header: texts('column.details'),
      cell: ({ details }) =>
        factsOf(details)
          .slice(0, SHOWN)
          .map(({ label, text }) => `${label}\u00a0: ${text}`)
          .join(' · ') || '–',
    },
    { key: 'seal', header: texts('column.seal'), cell: ({ seal }) => <SealBadge seal={seal} /> },
  ]
}

export function SealBadge({ seal }: { readonly seal: string | null }) {
  const texts = useAuditTexts()
  return (
    <StateBadge tone={seal === null ? 'neutral' : 'ok'}>
      {texts(seal === null ? 'seal.waiting' : 'seal.sealed')}
    </StateBadge>
  )
}
