import { Button, Text } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Panel } from '../../ui/layout/panel.js'
import { draftPath } from '../orders/compose/draft-path.js'
import type { OrderRow } from '../orders/order-queries.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

/** Orders begun and not sent: the pharmacy does not see them yet. */
export function DraftsToday({ drafts }: { readonly drafts: readonly OrderRow[] }) {
  const t = useHomeTexts()
  const formats = useFormats()
  const words = useVocabulary()
  if (drafts.length === 0) return null
  return (
    <Panel title={t('drafts.title')}>
      <ul className={classes['rows']}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Text>
              <Text span fw={600}>
                {draft.number}
              </Text>
              {' · '}
              {[
                draft.careUnit?.name,
                words.word('orderKind', draft.kind),
                t('drafts.lines', { count: draft.lineCount }),
                formats.shortDateTime(draft.createdAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Button component="a" href={draftPath(draft)} variant="default" size="md">
              {t('drafts.resume')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
