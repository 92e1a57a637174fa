import { Button, Group, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { RunView } from '../../../src/courier/run-schema.js'
import type { Role } from '../../../src/kernel/roles.js'
import { api, read } from '../api/client.js'
import { holds, useSession } from '../api/session.js'
import { DocumentButton } from '../ui/document/document-button.js'
import { Loadable } from '../ui/state/loadable.js'
import { useAct } from '../ui/use-act.js'
import { sheetsQuery } from './runs-queries.js'
import { useRunTexts } from './texts.js'

/** Whom the server gives the paper of a run to. */
const READS_SHEET: readonly Role[] = [
  'dispatcher',
  'courier',
  'head-pharmacist',
  'pharmacist',
  'preparer',
]

/** The paper of the run as it stands: issued, and issued again when the run has changed. */
export function RunSheet({ run }: { readonly run: RunView }) {
  const t = useRunTexts()
  const session = useSession()
  const query = useQuery(sheetsQuery(run.id))
  const { mutate, isPending } = useAct({
    act: () => read(api.runs[':id'].sheet.$post({ param: { id: run.id }, json: {} })),
    changes: ['documents', 'runs'],
    success: t('sheet.issued'),
  })
  const mayIssue =
    run.state !== 'completed' &&
    run.state !== 'aborted' &&
    holds(session, READS_SHEET, { groupingId: run.groupingId })
  return (
    <Loadable query={query}>
      {({ items: [sheet] }) => (
        <Group gap="xs">
          {sheet === undefined ? (
            <Text c="dimmed">{t('sheet.none')}</Text>
          ) : (
            <DocumentButton
              key={sheet.id}
              documentId={sheet.id}
              title={t('sheet.title', { number: sheet.number ?? '' })}
            />
          )}
          {mayIssue ? (
            <Button
              variant={sheet === undefined ? 'filled' : 'default'}
              leftSection={<IconFileText size={18} aria-hidden />}
              loading={isPending}
              onClick={() => mutate()}
            >
              {t(sheet === undefined ? 'sheet.issue' : 'sheet.reissue')}
            </Button>
          ) : null}
        </Group>
      )}
    </Loadable>
  )
}
