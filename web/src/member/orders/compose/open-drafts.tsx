import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../../texts/formats.js'
import { openOrdersQuery } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import { draftPath } from './draft-path.js'

interface Props {
  readonly establishmentId: string
  readonly pharmacyId: string
}

/** The drafts left open; nothing when there is none. */
export function OpenDrafts({ establishmentId, pharmacyId }: Props) {
  const t = useOrderTexts()
  const formats = useFormats()
  const { data: open } = useQuery(openOrdersQuery(establishmentId, pharmacyId))
  const drafts = open?.items.filter(({ state }) => state === 'draft') ?? []
  if (drafts.length === 0) return null
  return (
    <div>
      <Text size="sm">{t('start.drafts')}</Text>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            {/* Another draft is another page: its content replaces this one. */}
            <a href={draftPath(draft)}>{draft.number}</a>
            {' · '}
            {draft.careUnit?.name ?? ''} · {t('lines.count', { count: draft.lineCount })} ·{' '}
            {formats.shortDateTime(draft.createdAt)}
          </li>
        ))}
      </ul>
    </div>
  )
}
